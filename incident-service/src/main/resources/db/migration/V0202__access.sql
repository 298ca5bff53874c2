-- Who looked into a customer's environment, and when it ends. Reasons and purposes are ciphertext.
create table investigation_copy (
    copy_id uuid primary key,
    tenant_id uuid not null,
    incident_id uuid not null,
    environment_id uuid not null,
    requested_by uuid not null,
    requested_at timestamptz not null,
    provisioned_at timestamptz,
    state text not null,
    delete_before timestamptz,
    deletion_cause text,
    ordered_at timestamptz,
    overdue boolean not null default false,
    deleted_at timestamptz,
    late boolean,
    version integer not null
);

create index investigation_copy_incident on investigation_copy (incident_id);
create index investigation_copy_tenant on investigation_copy (tenant_id, requested_at desc);

create table investigation_copy_access (
    id uuid primary key,
    tenant_id uuid not null,
    copy_id uuid not null,
    incident_id uuid not null,
    employee_id uuid not null,
    purpose text,
    at timestamptz not null
);

create index investigation_copy_access_incident on investigation_copy_access (incident_id, at);

create table remote_view (
    session_id uuid primary key,
    tenant_id uuid not null,
    incident_id uuid not null,
    agent_id uuid not null,
    state text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    started_at timestamptz,
    person_id uuid,
    consented_at timestamptz,
    ended_at timestamptz,
    refused integer not null default 0,
    version integer not null
);

create index remote_view_incident on remote_view (tenant_id, incident_id, issued_at);

create table system_user_access (
    access_id uuid primary key,
    tenant_id uuid not null,
    cause_type text not null,
    cause_id uuid not null,
    employee_id uuid not null,
    environment_id uuid,
    state text not null,
    via text,
    reason text,
    requested_at timestamptz,
    granted_at timestamptz,
    until timestamptz,
    ended_at timestamptz,
    ended_because text,
    version integer not null
);

create index system_user_access_cause on system_user_access (cause_id);
create index system_user_access_tenant on system_user_access (tenant_id, state);

create table system_user_access_log (
    id uuid primary key,
    tenant_id uuid not null,
    access_id uuid not null,
    what text not null,
    detail text,
    by_person uuid,
    at timestamptz not null
);

create index system_user_access_log_access on system_user_access_log (access_id, at);

create table support_plus (
    tenant_id uuid primary key,
    active boolean not null,
    since timestamptz not null,
    by_person uuid not null
);

-- Of the vendors' employees: belongs to no tenant, and no reader sees it.
create table conduct_certificate (
    tenant_id uuid not null,
    employee_id uuid primary key,
    recorded_at timestamptz not null
);

call tenant_isolation('investigation_copy');
call tenant_isolation('investigation_copy_access');
call tenant_isolation('remote_view');
call tenant_isolation('system_user_access');
call tenant_isolation('system_user_access_log');
call tenant_isolation('support_plus');
call tenant_isolation('conduct_certificate');
