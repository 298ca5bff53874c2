-- How far each consumer has come in each topic; moves in the transaction of what it changed. A topic of another id is another topic.
create table inbound_offset (
    consumer text not null,
    topic text not null,
    partition integer not null,
    topic_id text not null,
    next bigint not null,
    primary key (consumer, topic, partition)
);

-- The highest version seen of each stream: what comes again is dropped, however often a topic is filled anew.
create table inbound_seen (
    consumer text not null,
    stream text not null,
    version integer not null,
    primary key (consumer, stream)
);

-- Events that could not be taken in, and those of the same key that wait behind them. What they said is encrypted.
create table dead_letter (
    ordinal bigint generated always as identity primary key,
    id uuid not null unique default uuidv7(),
    consumer text not null,
    topic text not null,
    topic_id text not null,
    partition integer not null,
    "offset" bigint not null,
    key text not null,
    tenant_id uuid not null,
    event_id text,
    source text,
    type text,
    content text,
    reason text not null,
    waits boolean not null,
    attempts integer not null,
    parked_at timestamptz not null default now(),
    unique (consumer, topic, topic_id, partition, "offset")
);

create index dead_letter_key on dead_letter (consumer, key, ordinal);
create index dead_letter_tenant on dead_letter (tenant_id, ordinal);
