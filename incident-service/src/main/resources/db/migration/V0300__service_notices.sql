-- What others say of the platform: outages, maintenance, new versions, disasters. What belongs to all customers of a vendor carries
-- the nil tenant; it is seen by the vendor's people and by those of its customers that it affects.
create table service_notice (
    notice_id uuid primary key,
    tenant_id uuid not null,
    provider text not null,
    kind text not null,
    detail text,
    components text not null,
    -- Null: all of the vendor's customers.
    affected uuid[],
    message text,
    started_at timestamptz not null,
    expected_at timestamptz,
    next_update_at timestamptz,
    ended_at timestamptz
);

create index service_notice_open on service_notice (provider, started_at) where ended_at is null;

alter table service_notice enable row level security;
alter table service_notice force row level security;
create policy writer on service_notice to "${writer}" using (true) with check (true);
create policy reader on service_notice for select to "${reader}" using (
    tenant_id in (select visible_tenants())
    or (tenant_id = '00000000-0000-0000-0000-000000000000'
        and provider = current_setting('waarborg.platform', true)
        and (affected is null or affected && array (select visible_tenants()))));
grant select on service_notice to "${reader}";

alter table incident_link add column ended_at timestamptz;

alter table incident_mail add column expected_at timestamptz;

-- Who was told of an outage or disaster, whatever the number of its reports.
create table told_of_matter (
    tenant_id uuid not null,
    related uuid not null,
    cause text not null,
    submitter uuid not null,
    event_id uuid not null unique,
    primary key (tenant_id, related, cause, submitter)
);

call tenant_isolation('told_of_matter');
