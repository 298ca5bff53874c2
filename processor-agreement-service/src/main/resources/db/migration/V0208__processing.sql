-- What is processed for a customer and on whose word: register, instructions, disclosures, orders of supervisors.

create table processing_activity (
    activity_id uuid primary key,
    tenant_id uuid not null,
    purpose text not null,
    retention text not null,
    recipients text not null,
    registered_at timestamptz not null,
    legal_basis text,
    explanation text, -- ciphertext
    declared_at timestamptz,
    dpia_made_on date,
    dpia_document text
);
create index processing_activity_tenant on processing_activity (tenant_id, registered_at);
call tenant_isolation('processing_activity');

create table data_category (
    tenant_id uuid not null,
    name text not null,
    sensitivity text not null,
    custom boolean not null,
    registered_at timestamptz not null,
    primary key (tenant_id, name)
);
call tenant_isolation('data_category');

create table advice_request (
    advice_id uuid primary key,
    tenant_id uuid not null,
    subject text, -- ciphertext
    requested_at timestamptz not null
);
create index advice_request_tenant on advice_request (tenant_id, requested_at);
call tenant_isolation('advice_request');

create table processing_instruction (
    instruction_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    state text not null,
    channel text not null,
    kind text not null,
    text text, -- ciphertext
    activity_id uuid,
    security_incident_id uuid,
    document_ref text,
    given_by uuid,
    given_at timestamptz not null,
    refusal text,
    explanation text, -- ciphertext
    handled_by uuid,
    handled_at timestamptz
);
create index processing_instruction_tenant on processing_instruction (tenant_id, instruction_id);
call tenant_isolation('processing_instruction');

create table disclosure (
    disclosure_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    legal_basis text,
    recipient text, -- ciphertext
    scope text, -- ciphertext
    may_inform boolean,
    ordered_at timestamptz,
    reported_at timestamptz,
    consented_by uuid,
    consented_at timestamptz,
    disclosed_at timestamptz,
    visible boolean not null -- to the customer
);
create index disclosure_tenant on disclosure (tenant_id, disclosure_id);
call tenant_isolation('disclosure');

create table supervisor_instruction (
    instruction_id uuid primary key,
    tenant_id uuid not null,
    supervisor text not null,
    received_on date not null,
    text text, -- ciphertext
    reported_at timestamptz not null
);
create index supervisor_instruction_tenant on supervisor_instruction (tenant_id, instruction_id);
call tenant_isolation('supervisor_instruction');

create table compliance_measure (
    measure_id uuid primary key,
    tenant_id uuid not null,
    instruction_id uuid not null,
    measure text, -- ciphertext
    recorded_at timestamptz not null
);
create index compliance_measure_instruction on compliance_measure (tenant_id, instruction_id, recorded_at);
call tenant_isolation('compliance_measure');
