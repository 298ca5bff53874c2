-- Who of a vendor had access to what of a customer, from this service's events and incident-service's.

create table access_entry (
    access_id uuid not null,
    tenant_id uuid not null,
    kind text not null,
    version integer not null default 0,
    employee_id uuid,
    environment_id uuid,
    cause text,
    cause_id uuid,
    words text, -- ciphertext
    requested_at timestamptz,
    starts_at timestamptz,
    ends_at timestamptz,
    ended_at timestamptz,
    approved_by uuid,
    by_person uuid,
    primary key (access_id, kind)
);
create index access_entry_tenant on access_entry (tenant_id, starts_at);
call tenant_isolation('access_entry');

create table other_access_entry (
    like access_entry including defaults,
    primary key (access_id, kind)
);
create index other_access_entry_tenant on other_access_entry (tenant_id, starts_at);
call tenant_isolation('other_access_entry');

create table staff_record (
    provider text not null,
    employee_id uuid not null,
    kind text not null,
    recorded_on date not null,
    valid_to date,
    document_ref text not null,
    recorded_at timestamptz not null,
    primary key (provider, employee_id, kind)
);
call platform_isolation('staff_record');
