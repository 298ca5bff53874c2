-- The reasons of deviations are ciphertext.
create table release (
    stream_id uuid primary key,
    release_id uuid not null,
    provider text not null,
    name text not null,
    kind text not null,
    rollout_from date not null,
    rollout_through date not null,
    must_be_installed_by date,
    deviation_reason text,
    warnings text[] not null,
    planned_at timestamptz not null,
    notes_url text,
    notes_at timestamptz,
    acceptance_at timestamptz,
    completed_at timestamptz,
    rollout_days bigint,
    version integer not null,
    unique (provider, release_id)
);

create table migration (
    migration_id uuid primary key,
    tenant_id uuid not null,
    release_id uuid not null,
    provider text not null,
    state text not null,
    planned_at timestamptz not null,
    inside_office_hours boolean not null,
    deviates boolean not null,
    deviation_reason text,
    final_by timestamptz,
    fixed_at timestamptz,
    fixed_in_time boolean,
    acceptance boolean not null,
    waived_at timestamptz,
    moves integer not null default 0,
    refusals integer not null default 0,
    last_refusal text,
    started_at timestamptz,
    completed_at timestamptz,
    unavailable_seconds integer,
    conversion text,
    database_megabytes bigint,
    records_adjusted bigint,
    as_experienced boolean,
    version integer not null
);

create index migration_by_plan on migration (planned_at, migration_id);

-- What a customer was told on the portal.
create table migration_notice (
    migration_id uuid not null,
    version integer not null,
    tenant_id uuid not null,
    kind text not null,
    planned_at timestamptz not null,
    at timestamptz not null,
    primary key (migration_id, version)
);

call platform_isolation('release');
call tenant_isolation('migration');
call tenant_isolation('migration_notice');
