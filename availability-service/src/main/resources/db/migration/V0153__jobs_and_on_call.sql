create table background_job (
    stream_id uuid primary key,
    job_id uuid not null,
    tenant_id uuid not null,
    kind text not null,
    state text not null,
    queued_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    version integer not null
);

create index background_job_by_time on background_job (tenant_id, queued_at desc, stream_id desc);

create table on_call_roster (
    provider text primary key,
    begun_at timestamptz not null,
    reviewed_at timestamptz,
    reviewed_through timestamptz
);

create table on_call_assignment (
    provider text not null,
    assignment_id uuid not null,
    employee_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    assigned_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (provider, assignment_id)
);

create table on_call_gap (
    provider text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    detected_at timestamptz not null,
    closed_at timestamptz,
    primary key (provider, starts_at, ends_at)
);

call tenant_isolation('background_job');
call platform_isolation('on_call_roster');
call platform_isolation('on_call_assignment');
call platform_isolation('on_call_gap');
