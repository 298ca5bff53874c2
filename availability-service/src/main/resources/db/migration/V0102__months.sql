-- What months count: outages of production, while nobody withdrew them, and what is left out of them.
create table counted_outage (
    outage_id uuid primary key,
    provider text not null,
    of_tenant uuid,
    affected_tenants uuid[] not null,
    components text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    -- The last sign that it lasts: an outage that nobody ended counts to the end of that month and no further.
    heard_at timestamptz not null,
    calamity boolean not null default false,
    counts boolean not null
);

create index counted_outage_time on counted_outage (provider, started_at);

create table counted_exclusion (
    exclusion_id uuid primary key,
    outage_id uuid not null,
    tenant uuid,
    starts timestamptz not null,
    ends timestamptz not null,
    reason text not null,
    clause text not null,
    justification text not null,
    by_person uuid,
    approved_by uuid,
    at timestamptz not null
);

create index counted_exclusion_outage on counted_exclusion (outage_id);

-- Maintenance, from its announcement on. What of it was planned by the rules and went by the plan may be left out, the rest is downtime.
create table counted_maintenance (
    stream_id uuid primary key,
    maintenance_id uuid not null,
    provider text not null,
    components text not null,
    affected_tenants uuid[] not null,
    started_at timestamptz,
    ended_at timestamptz,
    -- As of outages.
    heard_at timestamptz,
    excluded_from timestamptz,
    excluded_to timestamptz,
    reason text not null,
    message text not null,
    by_person uuid,
    at timestamptz not null
);

create index counted_maintenance_time on counted_maintenance (provider, started_at);

-- Parts of the unavailability that patches caused: only what lies within their window may be left out (OP-31).
create table counted_patch (
    event_id uuid not null,
    patch_id uuid not null,
    provider text not null,
    of_tenant uuid,
    components text not null,
    starts timestamptz not null,
    ends timestamptz not null,
    within_window boolean not null,
    by_person uuid,
    at timestamptz not null,
    primary key (event_id, starts)
);

create index counted_patch_time on counted_patch (provider, starts);

-- The nil tenant stands for the platform.
create table availability_month (
    provider text not null,
    tenant_id uuid not null,
    month date not null,
    closed_at timestamptz not null,
    figures jsonb not null,
    latest jsonb not null,
    version integer not null,
    primary key (provider, month, tenant_id)
);

create table availability_month_correction (
    id uuid primary key,
    provider text not null,
    tenant_id uuid not null,
    month date not null,
    corrected_at timestamptz not null,
    figures jsonb not null
);

create index availability_month_correction_month on availability_month_correction (provider, month, tenant_id, corrected_at);

-- A missed floor and the plan that it needs: an open task until it is published.
create table improvement_plan (
    provider text not null,
    month date not null,
    availability numeric not null,
    floor numeric not null,
    state text not null,
    due_since timestamptz not null,
    measures text,
    drafted_at timestamptz,
    published_at timestamptz,
    version integer not null,
    primary key (provider, month)
);

-- Claim and explanation are ciphertext.
create table availability_dispute (
    dispute_id uuid primary key,
    provider text not null,
    tenant_id uuid not null,
    month date not null,
    claim text,
    disputed_by uuid,
    disputed_at timestamptz not null,
    outcome text,
    explanation text,
    evidence jsonb,
    settled_by uuid,
    settled_at timestamptz,
    version integer not null
);

create table burn_rate_alert (
    id uuid primary key,
    provider text not null,
    burning jsonb not null,
    started_at timestamptz not null,
    ended_at timestamptz
);

create index burn_rate_alert_provider on burn_rate_alert (provider, started_at desc);

call platform_and_tenant_isolation('counted_outage', 'of_tenant');
call platform_and_tenant_isolation('availability_month', 'tenant_id');
call platform_and_tenant_isolation('availability_month_correction', 'tenant_id');
call platform_isolation('improvement_plan');
call tenant_isolation('availability_dispute');
call platform_isolation('burn_rate_alert');
