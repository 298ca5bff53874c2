-- Later versions of calendars, of no tenant: a whole calendar, or one day that deviates from the version before.
create table published_calendar (
    calendar_id text not null,
    version integer not null,
    content json not null,
    whole boolean not null,
    published_at timestamptz not null,
    primary key (calendar_id, version)
);
