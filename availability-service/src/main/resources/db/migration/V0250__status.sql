-- What the public is told: one row per outage or maintenance window, and all that was ever said about it.
create table status_notice (
    notice_id uuid primary key,
    provider text not null,
    kind text not null,
    state text not null,
    -- Names, separated by commas.
    components text not null,
    partial boolean not null,
    text text,
    starts_at timestamptz not null,
    planned_end_at timestamptz,
    -- Of maintenance that began: what was planned by the rules and goes by the plan; the rest is downtime.
    planned_from timestamptz,
    planned_to timestamptz,
    ended_at timestamptz,
    expected_recovery_at timestamptz,
    next_update_at timestamptz
);

create index status_notice_newest on status_notice (provider, starts_at desc);

create table status_notice_update (
    event_id uuid primary key,
    notice_id uuid not null,
    kind text not null,
    at timestamptz not null,
    message text,
    expected_recovery_at timestamptz,
    next_update_at timestamptz,
    starts_at timestamptz,
    ends_at timestamptz
);

create index status_notice_update_notice on status_notice_update (notice_id, at, event_id);

-- Components with a system of production; one row per system, so that a system that moves away takes its component along.
create table status_system (
    provider text not null,
    system_id text not null,
    component text not null,
    production boolean not null,
    primary key (provider, system_id)
);

-- The version grows with every change of the above; it alone is looked at every second.
create table status_change (
    provider text primary key,
    version bigint not null default 1
);

call platform_isolation('status_notice');
call platform_isolation('status_system');
call platform_isolation('status_change');
