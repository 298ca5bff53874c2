-- Contacts of customers; contact is one ciphertext.
create table customer_contact (
    tenant_id uuid not null,
    contact_id uuid not null,
    contact text not null,
    primary key (tenant_id, contact_id)
);
call tenant_isolation('customer_contact');
