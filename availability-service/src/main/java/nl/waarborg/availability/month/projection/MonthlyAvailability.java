package nl.waarborg.availability.month.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waarborg.availability.month.domain.Availability.Downtime;
import nl.waarborg.availability.month.domain.Availability.Outage;
import nl.waarborg.availability.month.domain.AvailabilityFigures;
import nl.waarborg.availability.month.domain.FrozenDowntime;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.month.domain.MeasuredTime;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.outage.domain.ExclusionReason;
import nl.waarborg.availability.platform.AgreedTerms;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import nl.waarborg.tenants.PeriodKind;
import nl.waarborg.tenants.VendorTerms;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Choice;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/** Reckons the figures of a period from all that is known now, with the terms of that time (AVL-001, AVL-002). */
@ApplicationScoped
public class MonthlyAvailability {

    /** What began in the period, or lasted into it, and touches the platform or the customer. */
    private static final String TOUCHING =
            """
             t where t.provider = ? and t.starts < ? and coalesce(t.ends, 'infinity') > ?
                and case when ?::uuid is null then t.of_tenant is null
                    else t.of_tenant = ? or (t.of_tenant is null and (t.affected_tenants = '{}' or ? = any (t.affected_tenants)))
                end""";
    /** Outages, maintenance with the time that may be left out of it, and what patches made unavailable. */
    private static final String DOWN =
            """
            select * from (
                select outage_id, provider, of_tenant, affected_tenants, components, started_at as starts, ended_at as ends,
                    heard_at, calamity, null as reason, null::timestamptz as excluded_from, null::timestamptz as excluded_to
                from counted_outage where counts
                union all
                select null, provider, null, affected_tenants, components, started_at, ended_at,
                    heard_at, false, reason, excluded_from, excluded_to
                from counted_maintenance
                union all
                select null, provider, of_tenant, '{}', components, starts, ends, starts, false, null, null, null
                from counted_patch)"""
                    + TOUCHING;

    private static final String EXCLUSIONS =
            """
            select * from (
                select e.exclusion_id, e.outage_id, null::uuid as maintenance_id, null::uuid as patch_id, o.provider,
                    coalesce(e.tenant, o.of_tenant) as of_tenant, o.affected_tenants, o.components, e.starts, e.ends,
                    e.reason, e.tenant, e.clause, e.justification, e.by_person, e.approved_by, e.at
                from counted_exclusion e join counted_outage o on o.outage_id = e.outage_id where o.counts
                union all
                select null, null, maintenance_id, null, provider, null, affected_tenants, components, excluded_from,
                    excluded_to, reason, null, null, message, by_person, null, at
                from counted_maintenance
                union all
                select null, null, null, patch_id, provider, of_tenant, '{}', components, starts, ends,
                    'PREVENTIVE_MAINTENANCE', null, null, null, by_person, null, at
                from counted_patch where within_window)"""
                    + TOUCHING
                    + " order by t.starts, t.at";
    /** What nobody ended counts in the month in which it began, and in no later one. */
    private static final String MAINTENANCE =
            """
            select stream_id from (
                select stream_id, provider, null::uuid as of_tenant, affected_tenants, started_at as starts,
                    coalesce(ended_at, started_at + interval '1 second') as ends
                from counted_maintenance)"""
                    + TOUCHING;

    private final Rows rows;
    private final MeasuredTime measured;
    private final VendorTerms vendors;
    private final AgreedWithTenants tenants;
    private final AgreedTerms agreed;
    private final PublishedCalendars calendars;
    private final MonthBounds months;

    public MonthlyAvailability(
            @DataSource("writer") javax.sql.DataSource writer,
            MeasuredTime measured,
            VendorTerms vendors,
            AgreedWithTenants tenants,
            AgreedTerms agreed,
            PublishedCalendars calendars,
            MonthBounds months) {
        this.rows = new Rows(writer);
        this.measured = measured;
        this.vendors = vendors;
        this.tenants = tenants;
        this.agreed = agreed;
        this.calendars = calendars;
        this.months = months;
    }

    /**
     * @param outage null for maintenance and patches
     * @param touches these customers alone; empty: all that are looked at
     */
    private record Down(
            @Nullable UUID outage, Set<Component> components, Set<UUID> touches, Interval time, boolean calamity) {}

    private record Excluded(Set<Component> components, Set<UUID> touches, LedgerLine line) {

        /** Maintenance for some customers leaves out nothing of what others miss as well. */
        boolean of(Set<UUID> customers) {
            return touches.isEmpty() || (!customers.isEmpty() && touches.containsAll(customers));
        }
    }

    /** What touched a period, each counted once. */
    public record Occurrences(Set<UUID> outages, Set<UUID> maintenance) {

        public Occurrences and(Occurrences others) {
            return new Occurrences(union(outages, others.outages), union(maintenance, others.maintenance));
        }

        private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
            var all = new HashSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    /** @param whole is over, and looked at from its beginning to its end */
    private record Scope(String provider, @Nullable UUID customer, Interval period, Terms terms, boolean whole) {}

    /**
     * @param tenant the customer, or the nil tenant for the platform
     * @param until what lies later does not count yet; a closed month is looked at whole
     * @return empty where nothing was agreed for that time, or the month has not begun
     */
    public Optional<AvailabilityFigures> of(String provider, UUID tenant, YearMonth month, Instant until) {
        return scope(provider, tenant, month, until).map(this::figures);
    }

    /** Whether {@link #of} answers anything. */
    public boolean agreed(String provider, UUID tenant, YearMonth month, Instant until) {
        return scope(provider, tenant, month, until).isPresent();
    }

    /** The seconds of the whole service that were down in a window, by the contractual formula. */
    public Optional<AvailabilityFigures> ofPlatform(String provider, Interval window) {
        return vendors.of(provider).map(terms -> figures(new Scope(provider, null, window, terms, false)));
    }

    /** What of outages counts as downtime of each of these components, with what is left out today. */
    FrozenDowntime downtime(
            String provider, @Nullable UUID customer, Collection<Component> components, Interval period) {
        return agreed.at(provider, customer, period.from())
                .map(terms -> new Scope(provider, customer, period, terms, true))
                .map(scope -> {
                    var told = down(scope).stream()
                            .filter(one -> one.outage != null)
                            .toList();
                    return downtimes(told, exclusions(scope)).stream()
                            .map(downtime -> FrozenDowntime.of(period, components, downtime))
                            .reduce(FrozenDowntime.NONE, FrozenDowntime::and);
                })
                .orElse(FrozenDowntime.NONE);
    }

    /** The outages and the maintenance that {@link #of} counts. */
    public Optional<Occurrences> occurrences(String provider, UUID tenant, YearMonth month, Instant until) {
        return scope(provider, tenant, month, until).map(scope -> occurrences(scope, down(scope)));
    }

    /** What {@link #of} leaves out, in order of time. */
    public List<LedgerLine> ledger(String provider, UUID tenant, YearMonth month, Instant until) {
        return scope(provider, tenant, month, until).stream()
                .flatMap(scope -> {
                    var promised = Component.promisedBy(scope.terms);
                    return exclusions(scope).stream()
                            .filter(excluded -> !Collections.disjoint(excluded.components, promised));
                })
                .map(Excluded::line)
                .toList();
    }

    private Optional<Scope> scope(String provider, UUID tenant, YearMonth month, Instant until) {
        var whole = months.interval(month);
        var now = until.truncatedTo(ChronoUnit.SECONDS);
        var to = now.isBefore(whole.to()) ? now : whole.to();
        if (!whole.from().isBefore(to)) {
            return Optional.empty();
        }
        return terms(provider, tenant, whole, to)
                .map(terms -> new Scope(
                        provider,
                        tenant.equals(StreamId.PLATFORM) ? null : tenant,
                        new Interval(whole.from(), to),
                        terms,
                        to.equals(whole.to())));
    }

    private Optional<Terms> terms(String provider, UUID tenant, Interval month, Instant to) {
        if (tenant.equals(StreamId.PLATFORM)) {
            return vendors.of(provider);
        }
        var facts = tenants.of(tenant);
        var holds = facts.periods().stream()
                .anyMatch(period -> period.kind() == PeriodKind.AGREEMENT
                        && period.starts().isBefore(month.to())
                        && (period.ends() == null || period.ends().isAfter(month.from())));
        return holds ? facts.termsAt(to.minusSeconds(1)) : Optional.empty();
    }

    private AvailabilityFigures figures(Scope scope) {
        var promised = Component.promisedBy(scope.terms);
        var down = down(scope);
        var occurrences = occurrences(scope, down);
        var watched = new EnumMap<Component, List<Interval>>(Component.class);
        promised.forEach(component -> watched.put(component, measured.of(scope.provider, component, scope.period)));
        return AvailabilityFigures.of(new AvailabilityFigures.Facts(
                scope.period,
                counted(scope.period, scope.terms),
                promised,
                downtimes(down, exclusions(scope)),
                watched,
                floor(scope.terms),
                occurrences.outages.size(),
                occurrences.maintenance.size()));
    }

    /** What touches the same customers together, with what is left out of it. */
    private static List<Downtime<Component>> downtimes(List<Down> down, List<Excluded> exclusions) {
        return down.stream()
                .collect(Collectors.groupingBy(Down::touches, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new Downtime<>(
                        group.getValue().stream()
                                .flatMap(one -> one.components.stream()
                                        .map(component -> new Outage<>(component, one.time, one.calamity)))
                                .toList(),
                        byComponent(exclusions.stream()
                                .filter(excluded -> excluded.of(group.getKey()))
                                .toList())))
                .toList();
    }

    private static Map<Component, List<Interval>> byComponent(List<Excluded> exclusions) {
        var times = new EnumMap<Component, List<Interval>>(Component.class);
        for (var excluded : exclusions) {
            var time = new Interval(excluded.line.from(), excluded.line.to());
            excluded.components.forEach(component ->
                    times.computeIfAbsent(component, key -> new ArrayList<>()).add(time));
        }
        return times;
    }

    private Occurrences occurrences(Scope scope, List<Down> down) {
        var promised = Component.promisedBy(scope.terms);
        return new Occurrences(
                down.stream()
                        .filter(one -> !Collections.disjoint(one.components, promised))
                        .flatMap(one -> Stream.ofNullable(one.outage))
                        .collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(touching(MAINTENANCE, row -> row.uuid("stream_id"), scope)));
    }

    /**
     * Known outages, and maintenance and patches except for what is left out of them (OP-28). What nobody ended lasts, as long as its time
     * runs; a month that is over counts it to the end of the month in which it was last heard of, and no further.
     */
    private List<Down> down(Scope scope) {
        return touching(DOWN, row -> down(scope, row), scope).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Down> down(Scope scope, Row row) throws SQLException {
        var from = row.instant("starts");
        var ended = row.optionalInstant("ends");
        var to = ended == null && scope.whole
                ? months.interval(months.of(row.instant("heard_at"))).to()
                : Objects.requireNonNullElse(ended, scope.period.to());
        var last = to.isBefore(scope.period.to()) ? to : scope.period.to();
        if (!from.isBefore(last) || !last.isAfter(scope.period.from())) {
            return List.of();
        }
        var outage = row.optionalUuid("outage_id");
        var components = components(row.text("components"));
        var touches = touches(scope, row);
        var calamity = row.flag("calamity");
        return new Interval(from, last)
                .without(planned(scope, row)).stream()
                        .map(time -> new Down(outage, components, touches, time, calamity))
                        .toList();
    }

    /** What went by a plan that the agreement leaves out. */
    private List<Interval> planned(Scope scope, Row row) throws SQLException {
        var from = row.optionalInstant("excluded_from");
        if (from == null || clause(scope, row, from).isEmpty()) {
            return List.of();
        }
        return List.of(new Interval(from, row.instant("excluded_to")));
    }

    private List<Excluded> exclusions(Scope scope) {
        return touching(EXCLUSIONS, row -> excluded(scope, row), scope).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Excluded> excluded(Scope scope, Row row) throws SQLException {
        var from = row.instant("starts");
        var clause = clause(scope, row, from);
        return clause.isEmpty()
                ? Optional.empty()
                : Optional.of(new Excluded(
                        components(row.text("components")),
                        touches(scope, row),
                        new LedgerLine(
                                row.optionalUuid("exclusion_id"),
                                row.optionalUuid("outage_id"),
                                row.optionalUuid("maintenance_id"),
                                row.optionalUuid("patch_id"),
                                from,
                                row.instant("ends"),
                                ExclusionReason.valueOf(row.text("reason")),
                                row.optionalUuid("tenant"),
                                Objects.requireNonNullElse(row.optionalText("clause"), clause.get()),
                                row.optionalText("justification"),
                                row.optionalUuid("by_person"),
                                row.optionalUuid("approved_by"),
                                row.instant("at"))));
    }

    private Optional<String> clause(Scope scope, Row row, Instant at) throws SQLException {
        return agreed.at(scope.provider, scope.customer, at)
                // Before the agreement began, as at the end of the month.
                .or(() -> Optional.of(scope.terms))
                .flatMap(ExclusionReason.valueOf(row.text("reason"))::clauseIn);
    }

    /** One customer looks at its own time alone. */
    private static Set<UUID> touches(Scope scope, Row row) throws SQLException {
        return scope.customer == null ? Set.copyOf(row.uuids("affected_tenants")) : Set.of();
    }

    private <T> List<T> touching(String sql, Rows.Read<T> read, Scope scope) {
        return rows.list(
                sql,
                read,
                scope.provider,
                scope.period.to(),
                scope.period.from(),
                scope.customer,
                scope.customer,
                scope.customer);
    }

    /** Of some agreements the working days alone are promised (AVL-044, OP-37). */
    private List<Interval> counted(Interval period, Terms terms) {
        var workingDaysOnly = terms.value(TermKey.AVAILABILITY_ASSUMED_ON, Choice.class)
                .filter(choice -> choice.word().equals("WORKING_DAYS"))
                .isPresent();
        if (!workingDaysOnly) {
            return List.of(period);
        }
        var hours = calendars.supportHours(terms, period.to());
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
