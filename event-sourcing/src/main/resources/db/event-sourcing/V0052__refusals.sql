-- Audit trail of refused requests: ids only, no personal data.
create table refusal (
    at timestamptz not null default now(),
    status smallint not null,
    problem text not null,
    method text not null,
    path text not null,
    client text,
    tenant_id uuid,
    roles text not null
);

create index refusal_at on refusal using brin (at) with (autosummarize = on);
