package nl.waarborg.availability.month.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waarborg.availability.month.domain.Availability.Outage;
import nl.waarborg.availability.month.domain.AvailabilityFigures;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.domain.MeasuredTime;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.tenants.PeriodKind;
import nl.waarborg.tenants.VendorTerms;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/** Reckons the figures of a period from all that is known now, with the terms of that time (AVL-001, AVL-002). */
@ApplicationScoped
public class MonthlyAvailability {

    private static final String OUTAGES =
            """
            select o.outage_id, o.components, o.started_at, o.ended_at, o.heard_at, o.calamity from counted_outage o
            where o.provider = ? and o.counts and o.started_at < ? and (o.ended_at is null or o.ended_at > ?)
                and ((?::uuid is null and o.of_tenant is null) or o.of_tenant = ?
                    or (o.of_tenant is null and (o.affected_tenants = '{}' or ? = any (o.affected_tenants))))""";

    private static final String EXCLUSIONS =
            """
            select o.components, e.starts, e.ends from counted_exclusion e join counted_outage o on o.outage_id = e.outage_id
            where o.provider = ? and o.counts and e.starts < ? and e.ends > ? and (e.tenant is null or e.tenant = ?)
                and (o.of_tenant is null or o.of_tenant = ?)
            union all
            select components, excluded_from, excluded_to from counted_maintenance
            where provider = ? and excluded_from < ? and excluded_to > ?
                and (affected_tenants = '{}' or ? = any (affected_tenants))
            union all
            select components, excluded_from, excluded_to from counted_patch
            where provider = ? and excluded_from < ? and excluded_to > ? and (tenant is null or tenant = ?)""";
    /** What nobody ended counts in the month in which it began, and in no later one. */
    private static final String MAINTENANCE =
            """
            select count(*) as times from counted_maintenance
            where provider = ? and started_at < ? and coalesce(ended_at, started_at + interval '1 second') > ?
                and (?::uuid is null or affected_tenants = '{}' or ? = any (affected_tenants))""";

    private final Rows rows;
    private final MeasuredTime measured;
    private final VendorTerms vendors;
    private final AgreedWithTenants tenants;
    private final MonthBounds months;

    public MonthlyAvailability(
            @DataSource("writer") javax.sql.DataSource writer,
            MeasuredTime measured,
            VendorTerms vendors,
            AgreedWithTenants tenants,
            MonthBounds months) {
        this.rows = new Rows(writer);
        this.measured = measured;
        this.vendors = vendors;
        this.tenants = tenants;
        this.months = months;
    }

    private record Down(UUID outage, Set<Component> components, Interval time, boolean calamity) {}

    private record Excluded(Set<Component> components, Interval time) {}

    /**
     * @param tenant the customer, or the nil tenant for the platform
     * @param until what lies later does not count yet; a closed month is looked at whole
     * @return empty where nothing was agreed for that time, or the month has not begun
     */
    public Optional<AvailabilityFigures> of(String provider, UUID tenant, YearMonth month, Instant until) {
        var whole = months.interval(month);
        if (!whole.from().isBefore(until)) {
            return Optional.empty();
        }
        var to = until.isBefore(whole.to()) ? until.truncatedTo(ChronoUnit.SECONDS) : whole.to();
        return terms(provider, tenant, whole, to)
                .map(terms -> figures(
                        provider, customer(tenant), new Interval(whole.from(), to), terms, to.isBefore(whole.to())));
    }

    /** The seconds of the whole service that were down in a window, by the contractual formula. */
    public Optional<AvailabilityFigures> ofPlatform(String provider, Interval window) {
        return vendors.of(provider).map(terms -> figures(provider, null, window, terms, true));
    }

    /** What counts as downtime of each of these components, with what is left out today. */
    FrozenDowntime downtime(
            String provider, @Nullable UUID customer, Collection<Component> components, Interval period) {
        var down = new EnumMap<Component, List<Interval>>(Component.class);
        for (var outage : outages(provider, customer, period, false)) {
            for (var component : outage.components) {
                if (components.contains(component)) {
                    down.computeIfAbsent(component, key -> new ArrayList<>()).add(outage.time);
                }
            }
        }
        return FrozenDowntime.of(period, down, excluded(provider, customer, period));
    }

    private Optional<Terms> terms(String provider, UUID tenant, Interval month, Instant to) {
        if (tenant.equals(StreamId.PLATFORM)) {
            return vendors.of(provider);
        }
        var agreed = tenants.of(tenant);
        var holds = agreed.periods().stream()
                .anyMatch(period -> period.kind() == PeriodKind.AGREEMENT
                        && period.starts().isBefore(month.to())
                        && (period.ends() == null || period.ends().isAfter(month.from())));
        return holds ? agreed.termsAt(to.minusSeconds(1)) : Optional.empty();
    }

    private static @Nullable UUID customer(UUID tenant) {
        return tenant.equals(StreamId.PLATFORM) ? null : tenant;
    }

    private AvailabilityFigures figures(
            String provider, @Nullable UUID customer, Interval period, Terms terms, boolean running) {
        var promised = Component.promisedBy(terms);
        var down = outages(provider, customer, period, running);
        var outages = new ArrayList<Outage<Component>>();
        var touching = new HashSet<UUID>();
        for (var outage : down) {
            for (var component : outage.components) {
                if (promised.contains(component)) {
                    outages.add(new Outage<>(component, outage.time, outage.calamity));
                    touching.add(outage.outage);
                }
            }
        }
        var exclusions = excluded(provider, customer, period);
        var watched = new EnumMap<Component, List<Interval>>(Component.class);
        promised.forEach(component -> watched.put(component, measured.of(provider, component, period)));
        return AvailabilityFigures.of(new AvailabilityFigures.Facts(
                period,
                counted(period, terms),
                promised,
                outages,
                exclusions,
                watched,
                floor(terms),
                touching.size(),
                rows.first(
                                MAINTENANCE,
                                row -> row.number("times"),
                                provider,
                                period.to(),
                                period.from(),
                                customer,
                                customer)
                        .orElse(0)));
    }

    /**
     * An outage that nobody ended lasts, as long as its time runs; a month that is over counts it to the end of the month in which it was
     * last heard of, and no further.
     */
    private List<Down> outages(String provider, @Nullable UUID customer, Interval period, boolean running) {
        return rows
                .list(
                        OUTAGES,
                        row -> {
                            var from = row.instant("started_at");
                            var ended = row.optionalInstant("ended_at");
                            var to = ended == null && !running
                                    ? months.interval(months.of(row.instant("heard_at")))
                                            .to()
                                    : Objects.requireNonNullElse(ended, period.to());
                            var last = to.isBefore(period.to()) ? to : period.to();
                            return from.isBefore(last)
                                    ? Optional.of(new Down(
                                            row.uuid("outage_id"),
                                            components(row.text("components")),
                                            new Interval(from, last),
                                            row.flag("calamity")))
                                    : Optional.<Down>empty();
                        },
                        provider,
                        period.to(),
                        period.from(),
                        customer,
                        customer,
                        customer)
                .stream()
                .flatMap(Optional::stream)
                .filter(down -> down.time.to().isAfter(period.from()))
                .toList();
    }

    private Map<Component, List<Interval>> excluded(String provider, @Nullable UUID customer, Interval period) {
        var exclusions = new EnumMap<Component, List<Interval>>(Component.class);
        for (var excluded : exclusions(provider, customer, period)) {
            excluded.components.forEach(component -> exclusions
                    .computeIfAbsent(component, key -> new ArrayList<>())
                    .add(excluded.time));
        }
        return exclusions;
    }

    /** What was for some customers is left out of their figures alone (OP-25). */
    private List<Excluded> exclusions(String provider, @Nullable UUID customer, Interval period) {
        return rows.list(
                EXCLUSIONS,
                row -> new Excluded(
                        components(row.text("components")), new Interval(row.instant("starts"), row.instant("ends"))),
                provider,
                period.to(),
                period.from(),
                customer,
                customer,
                provider,
                period.to(),
                period.from(),
                customer,
                provider,
                period.to(),
                period.from(),
                customer);
    }

    /** Of some agreements the working days alone are promised (AVL-044, OP-37). */
    private List<Interval> counted(Interval period, Terms terms) {
        var workingDaysOnly = terms.value(TermKey.AVAILABILITY_ASSUMED_ON, Choice.class)
                .filter(choice -> choice.word().equals("WORKING_DAYS"))
                .isPresent();
        if (!workingDaysOnly) {
            return List.of(period);
        }
        var hours = AgreedCalendars.of(terms).support().hours();
        var first = LocalDate.ofInstant(period.from(), months.zone());
        var last = LocalDate.ofInstant(period.to().minusSeconds(1), months.zone());
        return first.datesUntil(last.plusDays(1))
                .filter(hours::isWorkingDay)
                .flatMap(day -> within(day, period))
                .toList();
    }

    private Stream<Interval> within(LocalDate day, Interval period) {
        var start = day.atStartOfDay(months.zone()).toInstant();
        var end = day.plusDays(1).atStartOfDay(months.zone()).toInstant();
        var from = start.isBefore(period.from()) ? period.from() : start;
        var to = end.isAfter(period.to()) ? period.to() : end;
        return from.isBefore(to) ? Stream.of(new Interval(from, to)) : Stream.empty();
    }

    static @Nullable BigDecimal floor(Terms terms) {
        return terms.value(TermKey.AVAILABILITY_FLOOR, Percentage.class)
                .map(Percentage::percent)
                .orElse(null);
    }

    private static Set<Component> components(String joined) {
        var components = new HashSet<Component>();
        Arrays.stream(joined.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Component::valueOf)
                .forEach(components::add);
        return components;
    }
}
