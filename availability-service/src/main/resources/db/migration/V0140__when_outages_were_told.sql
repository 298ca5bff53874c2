-- Whether a month was closed with an outage, or the outage was told only when it was closed already.
alter table counted_outage add column told_at timestamptz not null default '-infinity';
