-- Views of agreements, filled from events. id: the agreement, else the event that made the row (so that it orders by time).

create table agreement (
    id uuid primary key,
    tenant_id uuid not null unique,
    version integer not null,
    provider text not null,
    reference text not null,
    name text not null,
    preset text not null,
    concluded_on date not null,
    initial_period_end date,
    extended_until date,
    contacts text, -- ciphertext
    termination_ground text,
    notice_at timestamptz,
    ends_on date,
    ended_on date
);
create index agreement_name on agreement (name, id);
call tenant_isolation('agreement');

create table terms_version (
    id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    preset text not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    statutory boolean not null,
    unique (tenant_id, version)
);
call tenant_isolation('terms_version');

create table agreed_term (
    terms_version_id uuid not null,
    tenant_id uuid not null,
    key text not null,
    value text not null,
    clause text not null,
    origin text not null,
    primary key (terms_version_id, key)
);
call tenant_isolation('agreed_term');

create table first_class_period (
    id uuid primary key,
    tenant_id uuid not null,
    registered_on date not null,
    starts_on date not null,
    started boolean not null default false,
    cancelled_at timestamptz,
    ends_on date,
    ended boolean not null default false
);
create index first_class_period_tenant on first_class_period (tenant_id, starts_on);
call tenant_isolation('first_class_period');

create table licence_entry (
    id uuid primary key,
    tenant_id uuid not null,
    kind text not null check (kind in ('CONCLUDED', 'REQUESTED', 'CHANGED')),
    occurred_at timestamptz not null,
    effective_from date,
    type text not null,
    name text,
    users integer not null,
    employees integer not null,
    environments integer not null,
    returns integer not null
);
create index licence_entry_tenant on licence_entry (tenant_id, id);
call tenant_isolation('licence_entry');

create table invoice (
    id uuid primary key,
    tenant_id uuid not null,
    invoice_id text not null,
    period text not null,
    licence_amount numeric(14, 2) not null,
    first_class_amount numeric(14, 2) not null,
    service_amount numeric(14, 2) not null,
    first_class_missing boolean not null default false,
    unique (tenant_id, invoice_id)
);
call tenant_isolation('invoice');

create table exit_choice (
    id uuid primary key,
    tenant_id uuid not null,
    option text not null,
    chosen_at timestamptz not null,
    effective_from date not null,
    until date,
    users integer,
    monthly_amount numeric(14, 2),
    basis_amount numeric(14, 2),
    by_default boolean not null,
    expired_on date
);
create index exit_choice_tenant on exit_choice (tenant_id, id);
call tenant_isolation('exit_choice');
