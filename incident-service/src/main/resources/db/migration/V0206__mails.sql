-- One row per change that the submitter is told by mail. The text is ciphertext.
create table incident_mail (
    event_id uuid primary key,
    tenant_id uuid not null,
    incident_id uuid not null,
    cause text not null,
    status text,
    text text,
    occurred_at timestamptz not null,
    state text not null,
    failed_at timestamptz,
    failure text,
    sent_at timestamptz,
    recipients uuid[]
);

create index incident_mail_incident on incident_mail (tenant_id, incident_id, occurred_at);
create index incident_mail_state on incident_mail (tenant_id, state, occurred_at) where state <> 'SENT';

create table staff_warning (
    event_id uuid primary key,
    tenant_id uuid not null,
    incident_id uuid not null,
    clock text not null,
    deadline timestamptz not null,
    notify_at timestamptz not null,
    sent_at timestamptz
);

call tenant_isolation('incident_mail');
call tenant_isolation('staff_warning');
