-- A system user who is admitted again, for the same cause, has access a second time: version is that of the grant.
alter table other_access_entry drop constraint other_access_entry_pkey;
alter table other_access_entry add primary key (access_id, kind, version);
