-- Two systems may each give the same number within one tenant.
alter table incident add column source text not null default 'urn:waarborg:incident';
alter table incident alter column source drop default;
alter table incident drop constraint incident_tenant_id_number_key;
alter table incident add constraint incident_number_of_source unique (tenant_id, number, source);
