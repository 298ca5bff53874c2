-- What monitors watch, where it stands, and what stands by.
create table monitored_system (
    provider text not null,
    system_id text not null,
    name text not null,
    component text not null,
    environment_kind text not null,
    responsible_party text not null,
    service_window text not null,
    data_centre_id text,
    registered_at timestamptz not null,
    version integer not null,
    primary key (provider, system_id)
);

create table data_centre (
    provider text not null,
    data_centre_id text not null,
    name text not null,
    location text not null,
    country text not null,
    network_availability numeric,
    registered_at timestamptz not null,
    version integer not null,
    primary key (provider, data_centre_id)
);

create table server (
    provider text not null,
    server_id text not null,
    system_id text,
    standby boolean not null default false,
    failed_at timestamptz,
    cause text,
    replaced_by text,
    replaced_at timestamptz,
    version integer not null,
    primary key (provider, server_id)
);

call platform_isolation('monitored_system');
call platform_isolation('data_centre');
call platform_isolation('server');
