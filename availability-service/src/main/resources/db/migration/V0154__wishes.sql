-- Words are ciphertext of the customer that submitted the wish.
create table wish (
    wish_id uuid primary key,
    provider text not null,
    of_tenant uuid not null,
    submitted_by uuid not null,
    title text,
    text text,
    state text not null,
    submitted_at timestamptz not null,
    suitable boolean,
    feasible boolean,
    explanation text,
    release_id uuid,
    version integer not null
);

create index wish_by_submission on wish (provider, submitted_at desc, wish_id desc);

-- Who has a vote; a vote that was taken back is gone.
create table wish_vote (
    wish_id uuid not null,
    person_id uuid not null,
    tenant_id uuid not null,
    primary key (wish_id, person_id, tenant_id)
);

-- How many have.
create table wish_support (
    wish_id uuid primary key,
    provider text not null,
    votes integer not null
);

call platform_isolation('wish');
call tenant_isolation('wish_vote');
call platform_isolation('wish_support');
