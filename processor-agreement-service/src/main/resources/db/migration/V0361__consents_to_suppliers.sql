-- The supplier in the register that a consent is about.
alter table replacement_consent add column subprocessor_id uuid;
create index replacement_consent_subprocessor on replacement_consent (subprocessor_id) where subprocessor_id is not null;
