package nl.waarborg.availability.login.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import nl.waarborg.availability.login.domain.LoginCount;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.eventsourcing.Columns;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.RowWriter;

/** Adds up login attempts per hour, and sees to it that every hour and day of a customer is looked at. */
public final class LoginRows implements RowWriter<LoginRows.Logins> {

    private static final String ADD =
            """
            insert into login_hour as h (tenant_id, hour, subject, pseudonym, attempts, failed)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
            on conflict (tenant_id, hour, subject, pseudonym) do update set
                attempts = h.attempts + excluded.attempts, failed = h.failed + excluded.failed""";

    private static final String WATCH =
            """
            insert into login_watch as w (tenant_id, since, watched)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::boolean[])
            on conflict (tenant_id) do update set since = least(w.since, excluded.since), watched = w.watched or excluded.watched
            returning new.tenant_id, new.watched and old.watched is distinct from true as begun, new.judged_through""";

    // One order for all replicas: they wait for each other and never in a circle.
    private static final Comparator<Key> ORDER = Comparator.comparing(Key::tenant)
            .thenComparing(Key::hour)
            .thenComparing(Key::subject)
            .thenComparing(Key::pseudonym);

    private final LoginSchedule schedule;

    public LoginRows(LoginSchedule schedule) {
        this.schedule = schedule;
    }

    /** @param pseudonym empty for the customer as a whole */
    private record Key(UUID tenant, Instant hour, LoginSubject subject, String pseudonym) {}

    private record Watch(UUID tenant, boolean begun, Instant judgedThrough) {}

    /** Of one hour. */
    public record Hour(Instant hour, List<LoginCount> counts) {}

    /**
     * What one posted event brought.
     *
     * @param historic imported: nothing of it is investigated
     */
    public record Logins(UUID tenant, Instant at, boolean historic, List<Hour> hours) {}

    @Override
    public void write(List<Logins> fresh, Connection connection) throws SQLException {
        var sums = new TreeMap<Key, LoginCount>(ORDER);
        for (var logins : fresh) {
            for (var hour : logins.hours) {
                for (var count : hour.counts) {
                    var pseudonym = count.pseudonym() == null ? "" : count.pseudonym();
                    sums.merge(
                            new Key(logins.tenant, hour.hour, count.subject(), pseudonym), count, LoginRows::together);
                }
            }
        }
        Columns.of(List.copyOf(sums.entrySet()))
                .uuid(entry -> entry.getKey().tenant)
                .instant(entry -> entry.getKey().hour)
                .text(entry -> entry.getKey().subject.name())
                .text(entry -> entry.getKey().pseudonym)
                .bigint(entry -> entry.getValue().attempts())
                .bigint(entry -> entry.getValue().failed())
                .execute(connection, ADD);
        watch(fresh, connection);
    }

    private static LoginCount together(LoginCount one, LoginCount other) {
        return new LoginCount(
                one.subject(), one.pseudonym(), one.attempts() + other.attempts(), one.failed() + other.failed());
    }

    private void watch(List<Logins> fresh, Connection connection) throws SQLException {
        record Seen(UUID tenant, Instant first, boolean lived) {}
        var seen = new TreeMap<UUID, Seen>();
        for (var logins : fresh) {
            var first = logins.hours.stream().map(Hour::hour).min(Comparator.naturalOrder());
            first.ifPresent(hour -> seen.merge(
                    logins.tenant,
                    new Seen(logins.tenant, hour, !logins.historic),
                    (one, other) -> new Seen(
                            one.tenant,
                            one.first.isBefore(other.first) ? one.first : other.first,
                            one.lived || other.lived)));
        }
        var watches = Columns.of(List.copyOf(seen.values()))
                .uuid(Seen::tenant)
                .instant(Seen::first)
                .bool(Seen::lived)
                .query(connection, WATCH, row -> {
                    var judged = row.getTimestamp(3);
                    return new Watch(
                            row.getObject(1, UUID.class),
                            row.getBoolean(2),
                            judged == null ? Instant.MIN : judged.toInstant());
                });
        var deadlines = new ArrayList<Deadline>();
        for (var watch : watches) {
            fresh.stream()
                    .filter(logins -> logins.tenant.equals(watch.tenant) && !logins.historic)
                    .forEach(logins -> look(watch, logins, deadlines));
        }
        Deadlines.set(connection, deadlines);
    }

    private void look(Watch watch, Logins logins, List<Deadline> deadlines) {
        var hours = logins.hours.stream().map(Hour::hour).sorted().toList();
        if (watch.begun) {
            // The chain begins here; each hour sets the next.
            deadlines.add(schedule.judging(watch.tenant, hours.getFirst()));
            deadlines.add(schedule.checking(watch.tenant, schedule.dayOf(hours.getFirst())));
        }
        // What was judged already is judged again.
        hours.stream()
                .filter(hour -> hour.isBefore(watch.judgedThrough))
                .forEach(hour -> deadlines.add(schedule.judging(watch.tenant, hour)));
    }
}
