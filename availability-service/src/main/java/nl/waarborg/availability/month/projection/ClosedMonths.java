package nl.waarborg.availability.month.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** What the months say that were closed: the facts by which commands on outages, maintenance and patches are kept from bettering them. */
@ApplicationScoped
public class ClosedMonths {

    private static final String CLOSED =
            """
            select month from availability_month
            where provider = ? and tenant_id = '00000000-0000-0000-0000-000000000000' and month between ? and ?""";
    /** Customers whose own environment had an outage: the platform's figures do not count it. */
    private static final String OWN =
            """
            select distinct of_tenant from counted_outage
            where provider = ? and counts and of_tenant is not null and started_at < ? and (ended_at is null or ended_at > ?)""";
    /** An outage that was told only after the month's time to close may be ended by who told it: it made the month no better. */
    private static final String OF_OUTAGE =
            """
            select m.month, o.started_at, o.heard_at from counted_outage o
            join availability_month m on m.provider = o.provider and m.tenant_id = '00000000-0000-0000-0000-000000000000'
                and m.closed_at >= o.told_at
            where o.outage_id = ? and o.counts and o.ended_at is null""";

    private final Rows rows;
    private final MonthlyAvailability availability;
    private final MonthBounds months;

    public ClosedMonths(
            @DataSource("writer") javax.sql.DataSource writer, MonthlyAvailability availability, MonthBounds months) {
        this.rows = new Rows(writer);
        this.availability = availability;
        this.months = months;
    }

    /** Whether a month was closed that has time between these moments. */
    public boolean touched(String provider, Instant from, Instant to) {
        return !closed(provider, from, to).isEmpty();
    }

    /**
     * What closed months count as downtime of one of these components.
     *
     * @param customers whose figures it is about; empty: the platform's, and all customers'
     */
    public FrozenDowntime downtime(
            String provider, Collection<Component> components, Set<UUID> customers, Interval window) {
        var frozen = FrozenDowntime.NONE;
        for (var month : closed(provider, window.from(), window.to())) {
            var part = cut(months.interval(month), window.from(), window.to());
            if (part.isPresent()) {
                for (var customer : customers.isEmpty() ? platformAndOwn(provider, part.get()) : customers) {
                    frozen = frozen.and(availability.downtime(provider, customer, components, part.get()));
                }
            }
        }
        return frozen;
    }

    /** What months that were closed with this outage count of it while nobody says that it ended. */
    public FrozenDowntime downtime(UUID outage) {
        return new FrozenDowntime(rows
                .list(
                        OF_OUTAGE,
                        row -> cut(
                                months.interval(YearMonth.from(row.date("month"))),
                                row.instant("started_at"),
                                months.interval(months.of(row.instant("heard_at")))
                                        .to()),
                        outage)
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private List<YearMonth> closed(String provider, Instant from, Instant to) {
        return rows.list(
                CLOSED,
                row -> YearMonth.from(row.date("month")),
                provider,
                months.of(from).atDay(1),
                months.of(to).atDay(1));
    }

    private List<@Nullable UUID> platformAndOwn(String provider, Interval time) {
        var all = new ArrayList<@Nullable UUID>(
                rows.list(OWN, row -> row.uuid("of_tenant"), provider, time.to(), time.from()));
        all.add(null);
        return all;
    }

    private static Optional<Interval> cut(Interval month, Instant from, Instant to) {
        var first = from.isAfter(month.from()) ? from : month.from();
        var last = to.isBefore(month.to()) ? to : month.to();
        return first.isBefore(last) ? Optional.of(new Interval(first, last)) : Optional.empty();
    }
}
