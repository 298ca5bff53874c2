alter table invoice add column first_class_mismatch text;
update invoice set first_class_mismatch = 'NOT_INVOICED' where first_class_missing;
alter table invoice drop column first_class_missing;

alter table separate_agreement alter column title drop not null; -- ciphertext
