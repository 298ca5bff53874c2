-- What the first request under an Idempotency-Key was answered, encrypted: its repetition is answered the same.
alter table handled_command add column answer text;
