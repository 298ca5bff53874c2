-- What samples must know of the systems that they name.
create table sampled_system (
    tenant_id uuid not null,
    provider text not null,
    system_id text not null,
    component text not null,
    environment_kind text not null,
    primary key (provider, system_id)
);

-- Samples, a bit per second: joined by OR, so that neither their order nor a repetition changes anything. Most updates find room in the
-- same page and touch no index.
create table sample_hour (
    tenant_id uuid not null,
    provider text not null,
    system_id text not null,
    environment_kind text not null,
    probe text not null,
    hour timestamptz not null,
    up bit(3600) not null,
    down bit(3600) not null,
    samples integer not null,
    primary key (provider, system_id, environment_kind, hour, probe)
) with (fillfactor = 50);

create table suspected_outage (
    suspicion_id uuid primary key,
    tenant_id uuid not null,
    provider text not null,
    system_id text not null,
    component text not null,
    since timestamptz not null,
    samples integer not null,
    probes text[] not null,
    detected_at timestamptz not null,
    ended_at timestamptz,
    outage boolean,
    reason text,
    assessed_by uuid,
    assessed_at timestamptz
);

create index suspected_outage_open on suspected_outage (provider, system_id) where ended_at is null;

call platform_isolation('sampled_system');
call platform_isolation('sample_hour');
call platform_isolation('suspected_outage');
