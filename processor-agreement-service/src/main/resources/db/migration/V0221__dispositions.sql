-- What customers chose to become of their data (PRA-058).
create table disposition_choice (
    tenant_id uuid primary key,
    choice text not null,
    chosen_at timestamptz not null
);
call tenant_isolation('disposition_choice');
