create table continuity_event (
    event_id uuid primary key,
    provider text not null,
    kind text not null,
    party text not null,
    occurred_on date not null,
    continues_through date,
    recorded_at timestamptz not null,
    ending boolean not null,
    arrangement text,
    arranged_on date
);
call platform_isolation('continuity_event');
