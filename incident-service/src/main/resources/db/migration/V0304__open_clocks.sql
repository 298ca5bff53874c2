-- Another version of a calendar walks through the open clocks in batches, in order of their incidents.
create index incident_clock_open on incident_clock (incident_id, calendar) where stopped_at is null and not cancelled;
drop index incident_clock_calendar;
