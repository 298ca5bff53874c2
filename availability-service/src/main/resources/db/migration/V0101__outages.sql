-- The reader sees what is of its vendor's platform, and of customers those that it may see; the column names the customer, the nil
-- tenant or null the platform.
create procedure platform_and_tenant_isolation(isolated regclass, customer text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', isolated);
    execute format('alter table %s force row level security', isolated);
    execute format('create policy writer on %s to "${writer}" using (true) with check (true)', isolated);
    execute format(
        'create policy reader on %1$s for select to "${reader}" using (provider = current_setting(''waarborg.platform'', true) '
        'and (%2$I is null or %2$I = ''00000000-0000-0000-0000-000000000000'' or %2$I in (select visible_tenants())))',
        isolated, customer);
    execute format('grant select on %s to "${reader}"', isolated);
end
$$;

create table outage (
    outage_id uuid primary key,
    provider text not null,
    reference text,
    components text not null,
    systems text not null,
    environment_kind text not null,
    of_tenant uuid,
    affected_tenants uuid[] not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    error_message text,
    message text,
    expected_recovery_at timestamptz,
    next_update_at timestamptz,
    incidents uuid[] not null,
    responsible_party text,
    calamity boolean,
    cause text,
    withdrawn boolean not null default false,
    version integer not null
);

create index outage_started on outage (provider, started_at desc, outage_id desc);
create index outage_open on outage (provider) where ended_at is null and not withdrawn;

-- Everything that was said of an outage, in order; expected recovery keeps its revisions.
create table outage_news (
    event_id uuid primary key,
    outage_id uuid not null,
    provider text not null,
    of_tenant uuid,
    version integer not null,
    kind text not null,
    at timestamptz not null,
    message text,
    expected_recovery_at timestamptz,
    next_update_at timestamptz,
    by_person uuid,
    approved_by uuid
);

create index outage_news_outage on outage_news (outage_id, version);

-- The exclusion ledger.
create table outage_exclusion (
    exclusion_id uuid primary key,
    outage_id uuid not null,
    provider text not null,
    of_tenant uuid,
    tenant uuid,
    starts timestamptz not null,
    ends timestamptz not null,
    reason text not null,
    clause text not null,
    justification text not null,
    by_person uuid,
    approved_by uuid,
    at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawal_reason text,
    withdrawn_by uuid,
    withdrawal_approved_by uuid
);

create index outage_exclusion_outage on outage_exclusion (outage_id, starts);

create table outage_proposal (
    proposal_id uuid primary key,
    outage_id uuid not null,
    provider text not null,
    of_tenant uuid,
    change jsonb not null,
    reason text not null,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    state text not null,
    decided_by uuid,
    decided_at timestamptz,
    decision_reason text
);

create table outage_candidate (
    candidate_id uuid primary key,
    provider text not null,
    of_tenant uuid,
    cause text not null,
    source uuid not null,
    since timestamptz not null,
    until timestamptz,
    noticed_at timestamptz not null,
    state text not null,
    outage_id uuid,
    reason text,
    decided_by uuid,
    decided_at timestamptz,
    version integer not null
);

create index outage_candidate_waiting on outage_candidate (provider, noticed_at) where state = 'WAITING';

call platform_and_tenant_isolation('outage', 'of_tenant');
call platform_and_tenant_isolation('outage_news', 'of_tenant');
call platform_and_tenant_isolation('outage_exclusion', 'tenant');
call platform_and_tenant_isolation('outage_proposal', 'of_tenant');
call platform_and_tenant_isolation('outage_candidate', 'of_tenant');
