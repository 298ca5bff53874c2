-- The monthly service reports in the customers' files.
create table sla_report (
    dossier_item_id uuid primary key,
    tenant_id uuid not null,
    month text not null,
    version integer not null,
    published_at timestamptz not null,
    content jsonb not null,
    unique (tenant_id, month, version)
);
call tenant_isolation('sla_report');
