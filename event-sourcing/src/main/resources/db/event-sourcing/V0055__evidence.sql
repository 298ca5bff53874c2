-- The Merkle tree over all events (RFC 9162): leaves, in the order of the write-ahead log; the subtrees of 256, 256², … leaves; and
-- what was signed. Written by the relay behind the appends, so its indexes are those that cost an insert least.
create table evidence_leaf (
    leaf bigint not null,
    position bigint not null,
    hash bytea not null
);
create index evidence_leaf_place on evidence_leaf using brin (leaf, position)
    with (pages_per_range = 16, autosummarize = on);

create table evidence_subtree (
    height smallint not null,
    index bigint not null,
    hash bytea not null,
    primary key (height, index)
);

create table evidence_checkpoint (
    size bigint primary key,
    signed_at timestamptz not null,
    note text not null
);

create trigger stored_for_ever before update or delete or truncate on evidence_leaf
    for each statement execute function stored_for_ever();
create trigger stored_for_ever before update or delete or truncate on evidence_subtree
    for each statement execute function stored_for_ever();
create trigger stored_for_ever before update or delete or truncate on evidence_checkpoint
    for each statement execute function stored_for_ever();

-- The number of leaves; who adds some moves it on, from what it was when they were counted.
create table evidence_size (leaves bigint not null) with (fillfactor = 20);
insert into evidence_size values (0);

-- Verifications of everything that is stored, with how far they are.
create table evidence_verification (
    id uuid primary key,
    started_at timestamptz not null,
    size bigint not null,
    checked bigint not null default 0,
    ended_at timestamptz,
    root_holds boolean,
    failure text
);

create table evidence_finding (
    verification_id uuid not null references evidence_verification,
    leaf bigint not null,
    kind text not null,
    tenant_id uuid,
    stream_id uuid,
    version integer,
    primary key (verification_id, leaf)
);
