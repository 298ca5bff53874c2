-- Security measures and certificates of a vendor.

create table security_measure (
    measure_id uuid primary key,
    provider text not null,
    version integer not null,
    category text not null,
    description text not null,
    registered_at timestamptz not null,
    evaluated_at timestamptz,
    sufficient boolean,
    result text,
    changed_at timestamptz,
    reason text
);
call platform_isolation('security_measure');

create table certificate (
    certificate_id uuid primary key,
    provider text not null,
    standard text not null,
    holder text not null,
    valid_to date,
    document text,
    registered_at timestamptz not null,
    expiring boolean not null
);
call platform_isolation('certificate');
