-- What was agreed with each tenant, as processor-agreement-service publishes it.
create table tenant_terms (
    tenant_id uuid not null,
    version integer not null,
    preset text not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    terms jsonb not null,
    primary key (tenant_id, version)
);

create table tenant_period (
    tenant_id uuid not null,
    kind text not null,
    value text not null,
    starts timestamptz not null,
    ends timestamptz,
    primary key (tenant_id, kind, starts)
);

create table tenant_licence (
    tenant_id uuid primary key,
    users integer not null,
    since timestamptz not null
);

call tenant_isolation('tenant_terms');
call tenant_isolation('tenant_period');
call tenant_isolation('tenant_licence');
