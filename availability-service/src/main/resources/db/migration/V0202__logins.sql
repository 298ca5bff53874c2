-- The tenant's own key of its pseudonyms, as ciphertext under the tenant's key.
create table login_pseudonym_key (
    tenant_id uuid primary key,
    key text not null
);

-- Attempts per hour: of the customer as a whole (no pseudonym), of accounts and of addresses. The latter are kept as long as they are
-- compared with.
create table login_hour (
    tenant_id uuid not null,
    hour timestamptz not null,
    subject text not null,
    pseudonym text not null,
    attempts bigint not null,
    failed bigint not null,
    primary key (tenant_id, hour, subject, pseudonym)
);

-- Since when a customer's logins are known, whether its hours are looked at, and how far.
create table login_watch (
    tenant_id uuid primary key,
    since timestamptz not null,
    watched boolean not null,
    judged_through timestamptz
);

create table login_anomaly (
    anomaly_id uuid primary key,
    tenant_id uuid not null,
    hour timestamptz not null,
    direction text not null,
    subject text not null,
    pseudonym text,
    attempts bigint not null,
    usual numeric not null,
    weeks integer not null,
    detected_at timestamptz not null,
    conclusion text,
    security_incident_id uuid,
    investigated_by uuid,
    investigated_at timestamptz
);

create index login_anomaly_latest on login_anomaly (detected_at);

create table misuse_report (
    tenant_id uuid not null,
    day date not null,
    attempts bigint not null,
    failed bigint not null,
    signals integer not null,
    checked_at timestamptz not null,
    primary key (tenant_id, day)
);

create table misuse_signal (
    id uuid primary key,
    tenant_id uuid not null,
    day date not null,
    subject text not null,
    pseudonym text,
    attempts bigint not null,
    failed bigint not null
);

create index misuse_signal_day on misuse_signal (tenant_id, day);

-- The key of the pseudonyms is the writer's alone.
call tenant_isolation('login_hour');
call tenant_isolation('login_watch');
call tenant_isolation('login_anomaly');
call tenant_isolation('misuse_report');
call tenant_isolation('misuse_signal');
