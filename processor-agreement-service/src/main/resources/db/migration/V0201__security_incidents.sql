-- The register of security incidents: an entry belongs to the vendor, each affected customer has a breach of its own.

create table security_incident (
    incident_id uuid primary key,
    provider text not null,
    version integer not null,
    type text not null,
    origin text not null,
    subprocessor_id uuid,
    first_discovered_at timestamptz not null,
    discovered_at timestamptz not null,
    subprocessor_discovered_at timestamptz,
    occurred_at timestamptz,
    registered_at timestamptz not null,
    reported_by uuid,
    reported_as text not null,
    related_incidents uuid[] not null,
    description text, -- ciphertext of the platform's key, only where no customer is affected
    closed_at timestamptz,
    conclusion text -- ciphertext
);
create index security_incident_discovered on security_incident (provider, discovered_at, incident_id);
call platform_isolation('security_incident');

create table discovery_correction (
    event_id uuid primary key,
    provider text not null,
    incident_id uuid not null,
    formerly timestamptz not null,
    discovered_at timestamptz not null,
    corrected_by uuid,
    reason text, -- ciphertext
    corrected_at timestamptz not null
);
create index discovery_correction_incident on discovery_correction (incident_id, event_id);
call platform_isolation('discovery_correction');

create table breach (
    incident_id uuid not null,
    tenant_id uuid not null,
    version integer not null,
    discovered_at timestamptz not null,
    description text, -- ciphertext
    terms_version integer not null,
    informed_at timestamptz,
    late boolean,
    late_reason text, -- ciphertext
    content text, -- ciphertext: what the controller was told in all
    missing text not null,
    recipients uuid[],
    fallback boolean not null default false,
    recipient_missing_at timestamptz,
    assessed_at timestamptz,
    is_breach boolean,
    report_needed boolean,
    assessment text, -- ciphertext
    report_announced_at timestamptz,
    report_planned_at timestamptz,
    reported_at timestamptz,
    provisional boolean,
    announced_first boolean,
    primary key (incident_id, tenant_id)
);
create index breach_uninformed on breach (discovered_at) where informed_at is null;
call tenant_isolation('breach');

create table breach_clock (
    incident_id uuid not null,
    tenant_id uuid not null,
    clock text not null,
    rule text not null,
    term_key text not null,
    term text not null,
    clause text not null,
    starts_at timestamptz not null,
    deadline timestamptz not null,
    outer_limit timestamptz,
    calendar text,
    ended_at timestamptz,
    missed_at timestamptz,
    primary key (incident_id, tenant_id, clock)
);
call tenant_isolation('breach_clock');

-- Everything that happened to a breach, in order; text is a ciphertext.
create table breach_entry (
    event_id uuid primary key,
    incident_id uuid not null,
    tenant_id uuid not null,
    kind text not null,
    at timestamptz not null,
    clock text,
    former_deadline timestamptz,
    deadline timestamptz,
    cause text,
    text text
);
create index breach_entry_incident on breach_entry (incident_id, tenant_id, event_id);
call tenant_isolation('breach_entry');

create table breach_mail (
    event_id uuid not null,
    kind text not null check (kind in ('NOTICE', 'SUPPLEMENT', 'ALERT')),
    incident_id uuid not null,
    tenant_id uuid not null,
    recipients uuid[] not null,
    content text, -- ciphertext
    words text, -- ciphertext of what a supplement says in words
    missing text not null,
    state text not null default 'DUE',
    sent_at timestamptz,
    message_id text,
    failure text,
    primary key (event_id, kind)
);
create index breach_mail_incident on breach_mail (incident_id, tenant_id);
call tenant_isolation('breach_mail');
