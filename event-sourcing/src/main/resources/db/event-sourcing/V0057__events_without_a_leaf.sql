-- A finding may be of an event that has no leaf.
alter table evidence_finding drop constraint evidence_finding_pkey;
alter table evidence_finding alter column leaf drop not null;
create index evidence_finding_verification on evidence_finding (verification_id, leaf);
