create table patch (
    stream_id uuid primary key,
    patch_id uuid not null,
    provider text not null,
    tested_at timestamptz,
    test_run uuid,
    test_passed boolean not null default false,
    notes_url text,
    notes_at timestamptz,
    refusals integer not null default 0,
    last_at timestamptz not null,
    version integer not null
);

create index patch_by_time on patch (provider, last_at desc, stream_id desc);

-- The customer whose environment it is stands beside the vendor: one row is one environment's (AVL-017).
create table patch_installation (
    stream_id uuid not null,
    environment_id uuid not null,
    patch_id uuid not null,
    provider text not null,
    environment_tenant uuid,
    components text[] not null,
    started_at timestamptz not null,
    installed_at timestamptz not null,
    unavailable_seconds integer not null,
    excluded_seconds bigint not null,
    outside_window boolean not null,
    primary key (stream_id, environment_id)
);

call platform_isolation('patch');
call platform_isolation('patch_installation');
