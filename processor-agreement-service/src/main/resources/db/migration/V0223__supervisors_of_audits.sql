-- Who supervises is no personal data, and is known when nothing else of the customer is.
alter table audit add column supervisor text;
