-- Versions that were published; version 1 of a preset's calendar comes with the presets. What belongs to all tenants of a
-- preset carries the nil tenant and is seen by everyone.
create table support_calendar (
    tenant_id uuid not null,
    calendar_id text not null,
    version integer not null,
    kind text not null,
    published_at timestamptz not null,
    definition jsonb not null,
    primary key (calendar_id, version)
);

create table holiday_proposal (
    tenant_id uuid not null,
    calendar_id text not null,
    year integer not null,
    proposed_at timestamptz not null,
    days jsonb not null,
    primary key (calendar_id, year)
);

do $$
declare isolated text;
begin
    foreach isolated in array array['support_calendar', 'holiday_proposal'] loop
        execute format('alter table %I enable row level security', isolated);
        execute format('alter table %I force row level security', isolated);
        execute format('create policy writer on %I to "${writer}" using (true) with check (true)', isolated);
        execute format(
            'create policy reader on %I for select to "${reader}" using '
            '(tenant_id = ''00000000-0000-0000-0000-000000000000'' or tenant_id in (select visible_tenants()))',
            isolated);
        execute format('grant select on %I to "${reader}"', isolated);
    end loop;
end
$$;
