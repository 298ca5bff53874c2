-- Titles, texts and ways to reach a person are ciphertext.
create table incident (
    incident_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    number text not null,
    submitter uuid,
    channel text not null,
    title text,
    description text,
    environment uuid,
    topic text not null,
    claimed_type text,
    claimed_priority text,
    type text,
    category text,
    priority text not null,
    priority_by_support boolean not null default false,
    requested_priority text,
    urgent boolean not null,
    help_center_consulted boolean not null,
    reachable_contact text,
    chargeable boolean not null,
    first_class boolean not null,
    status text not null,
    waiting_for text,
    calamity text not null,
    agent uuid,
    team text,
    agent_group text,
    raised_at timestamptz not null,
    responded_at timestamptz,
    handled_at timestamptz,
    closed_at timestamptz,
    reopened integer not null default 0,
    feedback_score integer,
    -- The first deadline of a clock that runs; null if none does.
    next_due timestamptz,
    unique (tenant_id, number)
);

create index incident_queue on incident (tenant_id, (coalesce(next_due, 'infinity'::timestamptz)), incident_id);
create index incident_raised on incident (tenant_id, raised_at);

create table incident_clock (
    incident_id uuid not null,
    kind text not null,
    tenant_id uuid not null,
    since timestamptz not null,
    starts_at timestamptz not null,
    -- Gross, and what counts: moved by the waiting that ended.
    deadline timestamptz not null,
    due timestamptz not null,
    target timestamptz,
    term_key text not null,
    term text not null,
    rule text not null,
    calendar text not null,
    calendar_version integer not null,
    terms_version integer not null,
    rebased boolean not null default false,
    paused boolean not null default false,
    stopped_at timestamptz,
    missed_at timestamptz,
    cancelled boolean not null default false,
    primary key (incident_id, kind)
);

create index incident_clock_calendar on incident_clock (calendar) where stopped_at is null and not cancelled;
create index incident_clock_due on incident_clock (tenant_id, due) where stopped_at is null and not cancelled;

create table incident_wait (
    incident_id uuid not null,
    tenant_id uuid not null,
    party text not null,
    starts timestamptz not null,
    ends timestamptz,
    primary key (incident_id, starts, party)
);

create table incident_link (
    incident_id uuid not null,
    tenant_id uuid not null,
    kind text not null,
    related uuid not null,
    expected_at timestamptz,
    primary key (incident_id, related)
);

create index incident_link_related on incident_link (related);

-- Words of titles and descriptions in the clear: in no write-ahead log and no backup, filled again at the start of the service.
create unlogged table incident_search (
    incident_id uuid primary key,
    tenant_id uuid not null,
    words tsvector not null
);

create index incident_search_words on incident_search using gin (words);

-- The last number given out per tenant and year; a number may be skipped, never given twice.
create table incident_number (
    tenant_id uuid not null,
    year integer not null,
    last integer not null,
    primary key (tenant_id, year)
);

call tenant_isolation('incident');
call tenant_isolation('incident_clock');
call tenant_isolation('incident_wait');
call tenant_isolation('incident_link');
call tenant_isolation('incident_search');
call tenant_isolation('incident_number');
