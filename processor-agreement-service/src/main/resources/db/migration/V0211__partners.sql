create table partner (
    partner_id uuid primary key,
    provider text not null,
    kind text not null,
    name text not null,
    website text,
    tested_on date,
    security_checked_on date
);
create index partner_listed on partner (provider, kind, name);
call platform_isolation('partner');

create table expert_reference (
    event_id uuid primary key,
    partner_id uuid not null,
    provider text not null,
    year integer not null,
    reference text not null
);
create index expert_reference_partner on expert_reference (partner_id);
call platform_isolation('expert_reference');
