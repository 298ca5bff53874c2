package nl.waarborg.availability.login.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.availability.login.domain.LoginCount;
import nl.waarborg.availability.login.domain.LoginSubject;
import nl.waarborg.availability.login.domain.UsualLogins;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.EventStoreException;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/** Counted logins, for commands; and how far a customer's hours have been judged. */
@ApplicationScoped
public class LoginFacts {

    private static final String SINCE = "select since from login_watch where tenant_id = ?";
    private static final String OF_HOUR =
            """
            select subject, pseudonym, attempts, failed from login_hour where tenant_id = ? and hour = ?
            order by subject, pseudonym""";
    private static final String OF_DAY =
            """
            select subject, pseudonym, sum(attempts) as attempts, sum(failed) as failed from login_hour
            where tenant_id = ? and hour >= ? and hour < ? group by subject, pseudonym order by subject, pseudonym""";
    private static final String ADVANCE =
            """
            update login_watch set judged_through = ?
            where tenant_id = ? and (judged_through is null or judged_through < ?) returning tenant_id""";
    // What is compared with nothing any more need not be kept.
    private static final String FORGET =
            "delete from login_hour where tenant_id = ? and hour < ? and subject <> 'TENANT'";

    private final Rows rows;
    private final javax.sql.DataSource writer;
    private final LoginSchedule schedule;

    public LoginFacts(@DataSource("writer") javax.sql.DataSource writer, LoginSchedule schedule) {
        this.rows = new Rows(writer);
        this.writer = writer;
        this.schedule = schedule;
    }

    private record Who(LoginSubject subject, @Nullable String pseudonym) {}

    /** A count beside the same local hour of earlier weeks. */
    public record Compared(LoginCount count, UsualLogins usual) {}

    /** The customer as a whole, also if nothing was counted, and each account and address that was counted. */
    public List<Compared> compared(UUID tenant, Instant hour, int weeks) {
        var since = rows.first(SINCE, row -> row.instant("since"), tenant).orElse(Instant.MAX);
        var now = new LinkedHashMap<Who, LoginCount>();
        now.put(new Who(LoginSubject.TENANT, null), new LoginCount(LoginSubject.TENANT, null, 0, 0));
        now.putAll(of(tenant, hour));
        var earlier = new HashMap<Who, List<Long>>();
        for (var week = 1; week <= weeks; week++) {
            var then = ZonedDateTime.ofInstant(hour, schedule.zone())
                    .minusWeeks(week)
                    .toInstant();
            if (!then.isBefore(since)) {
                var counts = of(tenant, then);
                for (var who : now.keySet()) {
                    var count = counts.get(who);
                    earlier.computeIfAbsent(who, w -> new ArrayList<>()).add(count == null ? 0L : count.attempts());
                }
            }
        }
        return now.entrySet().stream()
                .map(entry -> new Compared(
                        entry.getValue(), new UsualLogins(earlier.getOrDefault(entry.getKey(), List.of()))))
                .toList();
    }

    private Map<Who, LoginCount> of(UUID tenant, Instant hour) {
        var counts = new LinkedHashMap<Who, LoginCount>();
        rows.list(OF_HOUR, LoginFacts::count, tenant, hour)
                .forEach(count -> counts.put(new Who(count.subject(), count.pseudonym()), count));
        return counts;
    }

    /** Sums of a local day. */
    public List<LoginCount> of(UUID tenant, LocalDate day) {
        return rows.list(OF_DAY, LoginFacts::count, tenant, start(day), start(day.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(schedule.zone()).toInstant();
    }

    private static LoginCount count(Rows.Row row) throws SQLException {
        var pseudonym = row.text("pseudonym");
        return new LoginCount(
                LoginSubject.valueOf(row.text("subject")),
                pseudonym.isEmpty() ? null : pseudonym,
                row.bigNumber("attempts"),
                row.bigNumber("failed"));
    }

    /** The hour was judged: the next one will be. Judged again it changes nothing. */
    public void judged(UUID tenant, Instant hour, int weeks) {
        inTransaction(connection -> {
            var through = LoginSchedule.next(hour);
            if (!Rows.list(connection, ADVANCE, row -> true, through, tenant, through)
                    .isEmpty()) {
                Deadlines.set(connection, List.of(schedule.judging(tenant, through)));
            }
            var statements = new Statements();
            statements.add(
                    FORGET,
                    tenant,
                    ZonedDateTime.ofInstant(hour, schedule.zone())
                            .minusWeeks(weeks + 1L)
                            .toInstant());
            statements.run(connection);
        });
    }

    /** The day was checked: the next one will be. */
    public void checked(UUID tenant, LocalDate day) {
        inTransaction(connection -> Deadlines.set(connection, List.of(schedule.checking(tenant, day.plusDays(1)))));
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void inTransaction(Work work) {
        try (var connection = writer.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new EventStoreException(e);
        }
    }
}
