-- A problem and an analysis belong to a vendor, not to a tenant: only that vendor's people see them. Titles are ciphertext.
create table problem (
    problem_id uuid primary key,
    tenant_id uuid not null,
    provider text not null,
    title text,
    state text not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    measure text,
    version integer not null
);

create table problem_incident (
    problem_id uuid not null,
    incident_id uuid not null,
    tenant_id uuid not null,
    linked_at timestamptz not null,
    primary key (problem_id, incident_id)
);

create index problem_incident_incident on problem_incident (incident_id);

create table incident_analysis (
    provider text not null,
    tenant_id uuid not null,
    date date not null,
    counts jsonb not null,
    candidates jsonb not null,
    primary key (provider, date)
);

create table analysed_provider (
    provider text primary key,
    tenant_id uuid not null
);

create table knowledge_signal (
    tenant_id uuid primary key,
    state text not null,
    period_from date not null,
    period_through date not null,
    questions integer not null,
    users integer not null,
    per_users numeric not null,
    norm numeric not null,
    raised_at timestamptz not null,
    measures text,
    agreed_at timestamptz
);

do $$
declare isolated text;
begin
    foreach isolated in array array['problem', 'incident_analysis'] loop
        execute format('alter table %I enable row level security', isolated);
        execute format('alter table %I force row level security', isolated);
        execute format('create policy writer on %I to "${writer}" using (true) with check (true)', isolated);
        execute format(
            'create policy reader on %I for select to "${reader}" using '
            '(provider = current_setting(''waarborg.provider'', true) '
            'and nullif(current_setting(''waarborg.tenant'', true), '''') is null)',
            isolated);
        execute format('grant select on %I to "${reader}"', isolated);
    end loop;
end
$$;

call tenant_isolation('problem_incident');
call tenant_isolation('knowledge_signal');
call tenant_isolation('analysed_provider');
