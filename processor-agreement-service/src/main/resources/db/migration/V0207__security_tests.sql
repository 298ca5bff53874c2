-- Security tests of a vendor, and the day by which an external party must have tested again.

create table security_test (
    test_id uuid primary key,
    provider text not null,
    kind text not null,
    external_party text,
    tested_version text not null,
    tested_on date not null,
    recorded_at timestamptz not null,
    result text,
    published_at timestamptz
);
create index security_test_day on security_test (provider, tested_on, test_id);
call platform_isolation('security_test');

create table security_test_duty (
    provider text primary key,
    due_on date not null,
    missed date -- the day that passed without a test
);
call platform_isolation('security_test_duty');
