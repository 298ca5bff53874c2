-- One row per mail to a customer's Administrators about the date of its migration to a new version.
create table migration_mail (
    event_id uuid primary key,
    tenant_id uuid not null,
    migration_id uuid not null,
    cause text not null,
    planned_at timestamptz not null,
    occurred_at timestamptz not null,
    state text not null,
    failed_at timestamptz,
    failure text,
    sent_at timestamptz,
    recipients uuid[]
);

create index migration_mail_state on migration_mail (tenant_id, state, occurred_at) where state <> 'SENT';
create index migration_mail_latest on migration_mail (tenant_id, occurred_at);

call tenant_isolation('migration_mail');
