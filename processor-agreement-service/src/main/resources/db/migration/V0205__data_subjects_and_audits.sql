-- Requests of data subjects, and audits.

create table data_subject_request (
    request_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    kind text,
    data_subject text, -- ciphertext
    text text, -- ciphertext
    received_at timestamptz,
    handover text,
    forwarded_at timestamptz,
    assistance_written boolean,
    assistance_text text, -- ciphertext
    assistance_requested_at timestamptz,
    assistance_result text, -- ciphertext
    assistance_given_at timestamptz
);
create index data_subject_request_tenant on data_subject_request (tenant_id, request_id);
call tenant_isolation('data_subject_request');

create table audit (
    audit_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    requested_by text not null,
    auditor text, -- ciphertext
    scope text, -- ciphertext
    requested_at timestamptz not null,
    informed_at timestamptz,
    from_day date,
    through_day date,
    access text, -- ciphertext
    access_granted_at timestamptz,
    findings text, -- ciphertext
    important_failure boolean,
    completed_at timestamptz,
    total_cost numeric(14, 2),
    vendor_share numeric(14, 2),
    customer_share numeric(14, 2)
);
create index audit_tenant on audit (tenant_id, audit_id);
call tenant_isolation('audit');
