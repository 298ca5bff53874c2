-- The latest business time that is reckoned into the figures of an incident: a month that is closed later in real time than in business
-- time must not count what happened afterwards.
alter table incident_figure add column last_at timestamptz;
