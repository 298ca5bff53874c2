-- What was signed, attached, adopted and cancelled of an agreement.

alter table agreement
    add column signed_at timestamptz,
    add column signed_by text, -- ciphertext
    add column surviving_provisions text;

create table licence_cancellation (
    id uuid primary key,
    tenant_id uuid not null,
    received_at timestamptz not null,
    ends_on date not null,
    latest_receipt date,
    first_end date,
    refusal text -- null: the licence ends
);
create index licence_cancellation_tenant on licence_cancellation (tenant_id, id);
call tenant_isolation('licence_cancellation');

create table adopted_sla_version (
    tenant_id uuid not null,
    sla_version integer not null,
    terms_version integer not null,
    effective_from date not null,
    statutory boolean not null,
    primary key (tenant_id, sla_version)
);
call tenant_isolation('adopted_sla_version');

create table separate_agreement (
    id uuid primary key,
    tenant_id uuid not null,
    title text not null,
    model text,
    effective_from date not null,
    registered_at timestamptz not null
);
create index separate_agreement_tenant on separate_agreement (tenant_id, id);
call tenant_isolation('separate_agreement');

create table specific_provision (
    id uuid primary key,
    tenant_id uuid not null,
    key text not null,
    value text not null,
    clause text not null,
    effective_from date not null
);
create index specific_provision_tenant on specific_provision (tenant_id, id);
call tenant_isolation('specific_provision');

create table agreement_document (
    document_id uuid not null,
    tenant_id uuid not null,
    kind text not null,
    title text, -- ciphertext
    media_type text not null,
    content text, -- ciphertext of Base64
    sha256 text not null,
    attached_at timestamptz not null,
    primary key (tenant_id, document_id)
);
call tenant_isolation('agreement_document');

-- The vendor's standard documents.

create table sla_version (
    provider text not null,
    version integer not null,
    title text not null,
    summary text not null,
    effective_from date not null,
    statutory boolean not null,
    changes jsonb not null,
    announced_at timestamptz not null,
    published_at timestamptz,
    media_type text,
    content text, -- Base64
    sha256 text,
    primary key (provider, version)
);
call platform_isolation('sla_version');

create table recognised_model (
    provider text not null,
    code text not null,
    name text not null,
    model_version text not null,
    sector text not null,
    annexes text not null,
    primary key (provider, code)
);
call platform_isolation('recognised_model');

create table sla_notice (
    tenant_id uuid not null,
    sla_version integer not null,
    recipients integer not null,
    mailed_at timestamptz not null,
    primary key (tenant_id, sla_version)
);
call tenant_isolation('sla_notice');

create table agreement_question (
    question_id uuid primary key,
    tenant_id uuid not null,
    version integer not null,
    sla_version integer,
    subject text, -- ciphertext
    text text, -- ciphertext
    asked_at timestamptz not null,
    outcome text,
    answer text, -- ciphertext
    answered_at timestamptz
);
create index agreement_question_tenant on agreement_question (tenant_id, asked_at);
call tenant_isolation('agreement_question');
