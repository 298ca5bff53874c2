-- Who asked to be told, and confirmed it. Addresses are ciphertext; the id comes from a keyed hash.
create table status_subscription (
    subscription_id uuid primary key,
    provider text not null,
    address text not null,
    language text not null,
    -- Names, separated by commas: what is sent, and what waits for its confirmation.
    components text,
    wanted text,
    wanted_language text,
    confirmed_at timestamptz
);

create index status_subscription_provider on status_subscription (provider) where confirmed_at is not null;

-- One row per word and subscriber.
create table status_delivery (
    event_id uuid not null,
    subscription_id uuid not null,
    notice_id uuid not null,
    sent_at timestamptz,
    attempts integer not null default 0,
    failure text,
    primary key (event_id, subscription_id)
);

create index status_delivery_notice on status_delivery (notice_id, subscription_id);

-- The key by which subscribers are known, as ciphertext.
create table status_secret (
    name text primary key,
    secret text not null
);
