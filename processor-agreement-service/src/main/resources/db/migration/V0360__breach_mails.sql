-- Who was mailed and who cannot be, each by itself.
alter table breach_mail
    add column reached uuid[] not null default '{}',
    add column refused uuid[] not null default '{}';

-- What ended the authority's window: the first report, or that none was needed.
alter table breach
    add column first_reported_at timestamptz,
    add column no_report_since timestamptz;
update breach set first_reported_at = reported_at, no_report_since = case when not report_needed then assessed_at end;
