-- Lets the reader see the rows about the platform of the vendor that the caller belongs to or is a customer of (setting
-- waarborg.platform); what of it is for whom, its endpoint decides. Nothing is set: nothing is seen.
create procedure platform_isolation(isolated regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', isolated);
    execute format('alter table %s force row level security', isolated);
    execute format('create policy writer on %s to "${writer}" using (true) with check (true)', isolated);
    execute format(
        'create policy reader on %s for select to "${reader}" using (provider = current_setting(''waarborg.platform'', true))',
        isolated);
    execute format('grant select on %s to "${reader}"', isolated);
end
$$;
