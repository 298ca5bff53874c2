-- Ciphertext of the objector's own key; reasons is ciphertext of the platform's, of before.
alter table subprocessor_objection add column sealed_reasons text;
