-- Response times of one function and local day, as a compressed histogram beside exact counts and sums. The nil tenant is nobody in
-- particular.
create table response_time_day (
    tenant_id uuid not null,
    provider text not null,
    function text not null,
    environment_kind text not null,
    data_volume text not null,
    configuration text not null,
    user_settings text not null,
    measured_from text not null,
    day date not null,
    histogram bytea not null,
    measured bigint not null,
    total_ms bigint not null,
    failed bigint not null,
    primary key (tenant_id, provider, function, environment_kind, data_volume, configuration, user_settings, measured_from, day)
);

create index response_time_day_of_provider on response_time_day (provider, day);

-- The vendor's months of which anything was measured: each is closed.
create table performance_month_measured (
    tenant_id uuid not null,
    provider text not null,
    month date not null,
    primary key (provider, month)
);

create table performance_month (
    tenant_id uuid not null,
    provider text not null,
    month date not null,
    closed_at timestamptz not null,
    figures jsonb not null,
    targets jsonb not null,
    primary key (provider, month)
);

create table performance_month_correction (
    id uuid primary key,
    tenant_id uuid not null,
    provider text not null,
    month date not null,
    corrected_at timestamptz not null,
    figures jsonb not null
);

create index performance_month_correction_month on performance_month_correction (provider, month);

create table performance_target_missed (
    tenant_id uuid not null,
    provider text not null,
    month date not null,
    target text not null,
    missed_at timestamptz not null,
    withdrawn_at timestamptz,
    primary key (provider, month, target)
);

create table raised_incident (
    incident_id uuid primary key,
    tenant_id uuid not null,
    raised_at timestamptz not null
);

create table performance_complaint (
    incident_id uuid primary key,
    tenant_id uuid not null,
    provider text not null,
    raised_at timestamptz not null,
    day date not null,
    observed jsonb not null,
    linked_at timestamptz not null
);

create table performance_improvement (
    improvement_id uuid primary key,
    tenant_id uuid not null,
    provider text not null,
    functions text[] not null,
    description text,
    since date not null,
    recorded_by uuid,
    recorded_at timestamptz not null
);

-- What was measured for nobody in particular is for all of the vendor's, what was measured for one customer for that one and its vendor.
alter table response_time_day enable row level security;
alter table response_time_day force row level security;
create policy writer on response_time_day to "${writer}" using (true) with check (true);
create policy reader on response_time_day for select to "${reader}"
    using (provider = current_setting('waarborg.platform', true)
        and (tenant_id = '00000000-0000-0000-0000-000000000000' or tenant_id in (select visible_tenants())));
grant select on response_time_day to "${reader}";

call platform_isolation('performance_month_measured');
call platform_isolation('performance_month');
call platform_isolation('performance_month_correction');
call platform_isolation('performance_target_missed');
call platform_isolation('performance_improvement');
call tenant_isolation('raised_incident');
call tenant_isolation('performance_complaint');
