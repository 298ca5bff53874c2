-- What a probe said last in an hour of why a system was down, and what was known of it when an outage was suspected.
alter table sample_hour
    add column error_at timestamptz,
    add column error text;

alter table suspected_outage add column error text;
