-- One row per incident: what months, analyses and mails need to know of it. The title is ciphertext.
create table incident_figure (
    incident_id uuid primary key,
    tenant_id uuid not null,
    number text not null,
    title text,
    submitter uuid,
    environment_id uuid,
    agent uuid,
    type text,
    topic text not null,
    priority text,
    month date not null,
    reported_at timestamptz not null,
    state text not null,
    handled_at timestamptz,
    response_clock boolean not null default false,
    responded boolean not null default false,
    response_missed boolean not null default false,
    recovery_clock boolean not null default false,
    recovered boolean not null default false,
    recovery_missed boolean not null default false,
    waiting_since timestamptz,
    waited_seconds bigint not null default 0
);

create index incident_figure_month on incident_figure (tenant_id, month);
create index incident_figure_open on incident_figure (tenant_id, incident_id) where state = 'OPEN';

create table incident_month (
    tenant_id uuid not null,
    month date not null,
    closed_at timestamptz not null,
    figures jsonb not null,
    primary key (tenant_id, month)
);

create table incident_month_correction (
    id uuid primary key,
    tenant_id uuid not null,
    month date not null,
    corrected_at timestamptz not null,
    figures jsonb not null
);

create index incident_month_correction_month on incident_month_correction (tenant_id, month, corrected_at);

call tenant_isolation('incident_figure');
call tenant_isolation('incident_month');
call tenant_isolation('incident_month_correction');
