-- Maintenance of a vendor's platform. The reasons of an override and of a cancellation are ciphertext.
create table maintenance (
    stream_id uuid primary key,
    maintenance_id uuid not null,
    provider text not null,
    kind text not null,
    emergency_reason text,
    components text[] not null,
    affected_tenants uuid[] not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    announced_at timestamptz not null,
    message text not null,
    overridden boolean not null,
    override_reason text,
    violations jsonb not null,
    cancel_reason text,
    state text not null,
    started_at timestamptz,
    overrun_at timestamptz,
    ended_at timestamptz,
    excluded_from timestamptz,
    excluded_to timestamptz,
    version integer not null,
    unique (provider, maintenance_id)
);

create index maintenance_by_start on maintenance (provider, starts_at desc, stream_id desc);

create table maintenance_refusal (
    stream_id uuid not null,
    version integer not null,
    maintenance_id uuid not null,
    provider text not null,
    kind text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    announced_at timestamptz not null,
    violations jsonb not null,
    primary key (stream_id, version)
);

call platform_isolation('maintenance');
call platform_isolation('maintenance_refusal');
