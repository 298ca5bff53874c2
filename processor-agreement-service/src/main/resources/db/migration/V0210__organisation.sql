create table organisation_data (
    tenant_id uuid primary key,
    version integer not null,
    data text, -- ciphertext
    changed_at timestamptz not null,
    changed_by uuid
);
call tenant_isolation('organisation_data');
