-- Erasures of tenants in this service, and when each is looked at next.
create table tenant_erasure (
    tenant_id uuid primary key,
    erasure_id uuid not null,
    look_at timestamptz not null,
    erased_at timestamptz
);
create index tenant_erasure_open on tenant_erasure (look_at) where erased_at is null;
