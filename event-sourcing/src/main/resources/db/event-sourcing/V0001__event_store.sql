-- The writer's longest transaction. A refill from the table relies on it: nothing older can still appear.
do $$
begin
    execute format('alter role %I in database %I set transaction_timeout = ''30s''', '${writer}', current_database());
end
$$;
set local transaction_timeout = 0;

create table event_type (
    id smallint generated always as identity primary key,
    category text not null,
    name text not null,
    unique (category, name)
);

-- Events name their type by number, without a foreign key: that would lock the type's row at every append. So no number
-- may ever go or come to mean another name; the writer takes numbers from this table only.
create function stored_for_ever() returns trigger language plpgsql as $$
begin
    raise exception '% of %, which is stored for ever', tg_op, tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger stored_for_ever before update or delete or truncate on event_type
    for each statement execute function stored_for_ever();

-- Read by the relay from the write-ahead log: rows are inserted, never updated or deleted, and never copied in.
create table event (
    stream_id uuid not null,
    version integer not null check (version > 0),
    type smallint not null,
    schema_version smallint not null,
    position bigint generated always as identity,
    id uuid not null,
    tenant_id uuid not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    payload json not null,
    metadata json not null,
    primary key (stream_id, version)
);

create index event_position on event using brin (position, recorded_at) with (autosummarize = on);

create table tenant (
    tenant_id uuid primary key,
    provider text not null,
    name text not null
);

-- What came with a name of its own and was handled, with its result: events of other systems and services (for ever), and
-- REST calls with an idempotency key (for some days).
create table handled_command (
    scope text not null,
    id text not null,
    content_hash text,
    category text not null,
    stream_id uuid not null,
    version integer not null,
    rejection json,
    kept_until timestamptz,
    primary key (scope, id)
);

create index handled_command_expiry on handled_command (kept_until) where kept_until is not null;

create table deadline (
    kind text not null,
    category text not null,
    stream_id uuid not null,
    key text not null,
    tenant_id uuid not null,
    due timestamptz not null,
    -- The source whose history is being imported; the deadline waits until the source has caught up.
    held_source text default nullif(current_setting('waarborg.historic_source', true), ''),
    claim uuid,
    claimed_until timestamptz,
    attempts integer not null default 0,
    retry_at timestamptz,
    last_error text,
    primary key (stream_id, kind, key)
);

create index deadline_due on deadline (due) where held_source is null;
create index deadline_tenant on deadline (tenant_id, due) where held_source is null;
create index deadline_held on deadline (held_source) where held_source is not null;

-- Lets the reader see a table's rows of one tenant (setting waarborg.tenant), or of the tenants of one provider
-- (setting waarborg.provider, where no tenant is set). Nothing is set: nothing is seen.
create function visible_tenants() returns setof uuid language sql stable parallel safe
security definer set search_path = public, pg_temp
begin atomic
    select nullif(current_setting('waarborg.tenant', true), '')::uuid
        where nullif(current_setting('waarborg.tenant', true), '') is not null
    union all
    select t.tenant_id from public.tenant t
        where nullif(current_setting('waarborg.tenant', true), '') is null
        and t.provider = current_setting('waarborg.provider', true);
end;

create procedure tenant_isolation(isolated regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', isolated);
    execute format('alter table %s force row level security', isolated);
    execute format('create policy writer on %s to "${writer}" using (true) with check (true)', isolated);
    execute format(
        'create policy reader on %s for select to "${reader}" using (tenant_id in (select visible_tenants()))',
        isolated);
    execute format('grant select on %s to "${reader}"', isolated);
end
$$;

call tenant_isolation('tenant');
