-- Services as both sides see them.

create table service_request (
    request_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    kind text not null,
    fixed_price boolean not null,
    text text, -- ciphertext
    state text not null,
    requested_at timestamptz not null,
    assess_by timestamptz,
    terms_version integer not null,
    assessed_at timestamptz,
    suitable boolean,
    service_manager_id uuid,
    contact_at timestamptz,
    overdue boolean not null default false,
    price numeric(14, 2),
    planned_on date,
    lead_time_days integer,
    hours numeric(10, 2) not null default 0,
    description text, -- ciphertext
    delivered_at timestamptz,
    invoiced_amount numeric(14, 2)
);
create index service_request_tenant on service_request (tenant_id, requested_at);
call tenant_isolation('service_request');

create table appointment (
    appointment_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    kind text not null,
    request_id uuid,
    starts_at timestamptz not null,
    duration_seconds bigint not null,
    online boolean not null,
    cancel_by timestamptz,
    terms_version integer not null,
    cancelled_at timestamptz,
    fee_basis text
);
create index appointment_tenant on appointment (tenant_id, starts_at);
call tenant_isolation('appointment');

create table project (
    project_id uuid primary key,
    request_id uuid not null unique,
    tenant_id uuid not null,
    version integer not null,
    plan text, -- ciphertext
    budget numeric(14, 2) not null,
    spent numeric(14, 2) not null default 0,
    overrun boolean not null default false,
    started_at timestamptz not null,
    handed_over_at timestamptz,
    evaluation text, -- ciphertext
    evaluated_at timestamptz,
    closed_at timestamptz
);
create index project_tenant on project (tenant_id, started_at);
call tenant_isolation('project');

create table project_note (
    note_id uuid not null,
    project_id uuid not null,
    tenant_id uuid not null,
    kind text not null,
    text text, -- ciphertext
    measure text, -- ciphertext
    noted_at timestamptz not null,
    primary key (project_id, note_id)
);
call tenant_isolation('project_note');
