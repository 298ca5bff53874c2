-- What leaves the service: the relay reads these inserts from the write-ahead log.
create publication waarborg_relay for table event with (publish = 'insert');

-- The relay engine's own offsets.
create table relay_offset (
    key bytea primary key,
    value bytea not null
);

-- How far the topic is known to hold everything. A topic of another id was wiped: all is sent again, from refill_from on.
create table relay_progress (
    topic text primary key,
    topic_id text not null,
    acknowledged timestamptz,
    refill_from timestamptz
);
