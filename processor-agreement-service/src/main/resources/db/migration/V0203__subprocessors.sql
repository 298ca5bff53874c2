-- Suppliers of a vendor, what was announced of them, and what customers say to them.

create table subprocessor (
    subprocessor_id uuid primary key,
    provider text not null,
    version integer not null,
    name text not null,
    kind text not null,
    supplier json not null,
    state text not null check (state in ('REGISTERED', 'REFUSED', 'ANNOUNCED', 'ACTIVE', 'ENDED')),
    refusal text,
    registered_at timestamptz not null,
    announced_at timestamptz,
    earliest_start timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    upstream_notice text,
    own_notice text -- set where the supplier's own notice is shorter
);
create index subprocessor_name on subprocessor (provider, name, subprocessor_id);
call platform_isolation('subprocessor');

create table supplier_notice (
    event_id uuid primary key,
    provider text not null,
    subprocessor_id uuid not null,
    kind text not null,
    at timestamptz not null,
    effective_from timestamptz,
    change text,
    consequences text,
    announce_by timestamptz,
    too_late boolean not null default false
);
create index supplier_notice_provider on supplier_notice (provider, at desc, event_id);
call platform_isolation('supplier_notice');

create table subprocessor_objection (
    objection_id uuid primary key,
    tenant_id uuid not null,
    subprocessor_id uuid not null,
    raised_by uuid,
    text text not null, -- ciphertext
    raised_at timestamptz not null,
    decision text,
    decided_by uuid,
    reasons text, -- ciphertext of the platform's key
    decided_at timestamptz,
    may_terminate_from timestamptz
);
create index subprocessor_objection_subprocessor on subprocessor_objection (subprocessor_id, objection_id);
call tenant_isolation('subprocessor_objection');

create table replacement_consent (
    consent_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    third_party text, -- ciphertext
    task text, -- ciphertext
    from_day date not null,
    through_day date,
    state text not null,
    requested_at timestamptz not null,
    answered_at timestamptz,
    answered_by uuid,
    reasons text -- ciphertext
);
create index replacement_consent_tenant on replacement_consent (tenant_id, consent_id);
call tenant_isolation('replacement_consent');

create table processing_system (
    system_id uuid primary key,
    provider text not null,
    name text not null,
    purpose text not null,
    supplier text,
    certificate text,
    storage_region text not null,
    registered_at timestamptz not null
);
call platform_isolation('processing_system');
