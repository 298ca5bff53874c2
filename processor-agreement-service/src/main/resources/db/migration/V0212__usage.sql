create table anonymous_usage (
    statistic_id uuid primary key,
    provider text not null,
    function text not null,
    day date not null,
    count bigint not null
);
create index anonymous_usage_day on anonymous_usage (provider, day, function);
call platform_isolation('anonymous_usage');

create table traceable_usage (
    statistic_id uuid primary key,
    tenant_id uuid not null,
    function text not null,
    day date not null,
    count bigint not null
);
create index traceable_usage_day on traceable_usage (tenant_id, day, function);
call tenant_isolation('traceable_usage');
