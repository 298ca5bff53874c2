-- Most of the open time of a running clock is used up.
alter table incident_clock add column warned_at timestamptz;
alter table incident add column due_soon boolean not null default false;
create index incident_due_soon on incident (tenant_id) where due_soon;
