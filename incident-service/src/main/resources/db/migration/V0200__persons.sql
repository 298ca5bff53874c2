-- Names, addresses and numbers are ciphertext.
create table person (
    tenant_id uuid not null,
    person_id uuid not null,
    side text not null,
    provider text not null,
    name text,
    mail text,
    phone text,
    language text not null,
    left_at timestamptz,
    version integer not null,
    primary key (tenant_id, person_id)
);

create table portal_role (
    tenant_id uuid not null,
    person_id uuid not null,
    role text not null,
    assigned_at timestamptz not null,
    revoked_at timestamptz,
    knowledge_declared boolean not null,
    assigned_by uuid,
    self_assigned boolean not null,
    revoked_by uuid,
    primary key (tenant_id, person_id, role, assigned_at)
);

create table caller_check (
    id uuid primary key,
    tenant_id uuid not null,
    person_id uuid not null,
    phone_number text,
    authorised boolean not null,
    checked_by uuid,
    checked_at timestamptz not null
);

create index caller_check_tenant on caller_check (tenant_id, checked_at desc, id);

call tenant_isolation('person');
call tenant_isolation('portal_role');
call tenant_isolation('caller_check');
