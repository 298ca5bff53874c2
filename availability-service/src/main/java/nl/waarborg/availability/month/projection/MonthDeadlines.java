package nl.waarborg.availability.month.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.month.storage.AvailabilityMonthEventTypes;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;

/**
 * When months are closed and corrected. Whatever projection learns something about a vendor's time says so here, in the transaction of
 * the append.
 */
public final class MonthDeadlines {

    public static final String CLOSE = "close-availability-month";
    public static final String CLOSE_OF_TENANT = "close-availability-month-of-tenant";
    public static final String CORRECT = "correct-availability-month";
    /** Apart from the others: samples that wait, or that are held with their source's history, must delay no other correction. */
    public static final String CORRECT_AFTER_SAMPLES = "correct-availability-month-after-samples";

    public static final String EVALUATE_BURN_RATE = "evaluate-burn-rate";

    private static final String CLOSED =
            "select tenant_id, month from availability_month where provider = ? and month between ? and ?";
    private static final String TENANTS = "select tenant_id from tenant where provider = ?";
    /** Customers that this service heard of after the platform's month was closed. */
    private static final String LEFT_OUT =
            """
            select t.tenant_id, m.month from availability_month m join tenant t on t.provider = m.provider
            where m.provider = ? and m.month between ? and ? and m.tenant_id = '00000000-0000-0000-0000-000000000000'
                and not exists (
                    select from availability_month of_tenant
                    where of_tenant.provider = m.provider and of_tenant.tenant_id = t.tenant_id and of_tenant.month = m.month)""";

    private MonthDeadlines() {}

    /**
     * Something became known about a vendor's time: of what was closed a correction is made at once; a month that has no closing gets
     * one, and each closing sets the next.
     *
     * @param from inclusive
     * @param to exclusive, or now
     * @param now when it became known
     */
    public static void changed(
            Connection connection, MonthBounds months, String provider, Instant from, Instant to, Instant now)
            throws SQLException {
        var first = months.of(from);
        var deadlines = new ArrayList<>(corrections(connection, CORRECT, provider, first, months.of(to), now));
        deadlines.addAll(Rows.list(
                connection,
                LEFT_OUT,
                row -> ofTenant(provider, row.uuid("tenant_id"), YearMonth.from(row.date("month")), now),
                provider,
                first.atDay(1),
                months.of(to).atDay(1)));
        if (deadlines.stream().noneMatch(deadline -> deadline.key().equals(key(provider, first)))) {
            deadlines.add(closing(months, provider, first));
        }
        Deadlines.set(connection, deadlines);
    }

    /** Samples of a month came after it was closed. */
    public static List<Deadline> sampled(Connection connection, String provider, YearMonth month, Instant at)
            throws SQLException {
        return corrections(connection, CORRECT_AFTER_SAMPLES, provider, month, month, at);
    }

    /** Looks again at what was closed, of the platform and of its customers; what has the same figures stays as it is. */
    private static List<Deadline> corrections(
            Connection connection, String kind, String provider, YearMonth first, YearMonth last, Instant at)
            throws SQLException {
        return Rows.list(
                connection,
                CLOSED,
                row -> {
                    var tenant = row.uuid("tenant_id");
                    var month = YearMonth.from(row.date("month"));
                    return new Deadline(
                            kind,
                            AvailabilityMonthEventTypes.month(provider, tenant, month),
                            key(provider, month),
                            tenant,
                            at);
                },
                provider,
                first.atDay(1),
                last.atDay(1));
    }

    /** {@link #changed}, of downtime: the error budget gets a look as well, unless it is told of old. */
    static void downtimeChanged(
            Connection connection,
            MonthBounds months,
            String provider,
            Instant from,
            Instant to,
            RecordedEvent<?> recorded)
            throws SQLException {
        changed(connection, months, provider, from, to, recorded.recordedAt());
        if (!recorded.metadata().historic()) {
            Deadlines.set(connection, List.of(lookAtBudget(provider, recorded.recordedAt())));
        }
    }

    static Deadline lookAtBudget(String provider, Instant at) {
        return new Deadline(
                EVALUATE_BURN_RATE, AvailabilityMonthEventTypes.burnRate(provider), provider, StreamId.PLATFORM, at);
    }

    static Deadline closing(MonthBounds months, String provider, YearMonth month) {
        return new Deadline(
                CLOSE,
                AvailabilityMonthEventTypes.month(provider, StreamId.PLATFORM, month),
                key(provider, month),
                StreamId.PLATFORM,
                months.closes(month));
    }

    /** Closes the month of each of the vendor's customers. */
    static List<Deadline> closingsOfTenants(Connection connection, String provider, YearMonth month, Instant at)
            throws SQLException {
        return Rows.list(connection, TENANTS, row -> ofTenant(provider, row.uuid("tenant_id"), month, at), provider);
    }

    private static Deadline ofTenant(String provider, UUID tenant, YearMonth month, Instant at) {
        return new Deadline(
                CLOSE_OF_TENANT,
                AvailabilityMonthEventTypes.month(provider, tenant, month),
                key(provider, month),
                tenant,
                at);
    }

    private static String key(String provider, YearMonth month) {
        return provider + '/' + month;
    }

    public static String provider(Deadline deadline) {
        return deadline.key().substring(0, deadline.key().lastIndexOf('/'));
    }

    public static YearMonth month(Deadline deadline) {
        return YearMonth.parse(deadline.key().substring(deadline.key().lastIndexOf('/') + 1));
    }
}
