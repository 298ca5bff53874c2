package nl.waarborg.availability.performance.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.performance.domain.MeasuredFunction;
import nl.waarborg.availability.performance.domain.MeasuredFunction.Adaptation;
import nl.waarborg.availability.performance.domain.MeasuredFunction.DataVolume;
import nl.waarborg.availability.performance.domain.MeasuredFunction.MeasuredFrom;
import nl.waarborg.availability.performance.storage.PerformanceEventTypes;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.Columns;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.RowWriter;
import nl.waarborg.eventsourcing.StreamId;
import org.HdrHistogram.PackedHistogram;

/** Folds response times into one histogram per function and local day, and lets its month be closed, or corrected. */
public final class ResponseTimeRows implements RowWriter<ResponseTimeRows.ResponseTimes> {

    private static final String FOLD =
            """
            insert into response_time_day as d (tenant_id, provider, function, environment_kind, data_volume, configuration,
                user_settings, measured_from, day, histogram, measured, total_ms, failed)
            select tenant_id, provider, function, environment_kind, data_volume, configuration, user_settings, measured_from, day,
                decode(histogram, 'base64'), measured, total_ms, failed
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                    ?::bigint[], ?::bigint[], ?::bigint[])
                as t (tenant_id, provider, function, environment_kind, data_volume, configuration, user_settings, measured_from, day,
                    histogram, measured, total_ms, failed)
            on conflict (tenant_id, provider, function, environment_kind, data_volume, configuration, user_settings, measured_from, day)
            do update set measured = d.measured + excluded.measured, total_ms = d.total_ms + excluded.total_ms,
                failed = d.failed + excluded.failed
            returning new.tenant_id, new.provider, new.function, new.environment_kind, new.data_volume, new.configuration,
                new.user_settings, new.measured_from, new.day, old.histogram""";

    // The row is locked by the statement before: nobody adds in between.
    private static final String ADD =
            """
            update response_time_day d set histogram = decode(t.histogram, 'base64')
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[])
                as t (tenant_id, provider, function, environment_kind, data_volume, configuration, user_settings, measured_from, day,
                    histogram)
            where (d.tenant_id, d.provider, d.function, d.environment_kind, d.data_volume, d.configuration, d.user_settings,
                    d.measured_from, d.day)
                = (t.tenant_id, t.provider, t.function, t.environment_kind, t.data_volume, t.configuration, t.user_settings,
                    t.measured_from, t.day)""";

    private static final String FIRST =
            """
            insert into performance_month_measured (tenant_id, provider, month)
            select '00000000-0000-0000-0000-000000000000', provider, month from unnest(?::text[], ?::date[]) as t (provider, month)
            on conflict do nothing returning provider, month""";

    private static final String CLOSED =
            """
            select m.provider, m.month from performance_month m
            join unnest(?::text[], ?::date[]) as t (provider, month) on m.provider = t.provider and m.month = t.month""";

    // One order for all replicas: they wait for each other and never in a circle.
    private static final Comparator<Key> ORDER = Comparator.comparing(
                    (Key key) -> key.of().tenantId())
            .thenComparing(key -> key.of().toString())
            .thenComparing(Key::day);

    private final PerformanceMonths months;

    public ResponseTimeRows(PerformanceMonths months) {
        this.months = months;
    }

    private record Key(MeasuredFunction of, LocalDate day) {}

    private record Month(String provider, YearMonth month) {}

    /** The response times of one day; grows while an event is read. */
    private static final class Day {

        private final PackedHistogram histogram = Histograms.empty();
        private long total;
        private long failed;

        void add(Day other) {
            histogram.add(other.histogram);
            total += other.total;
            failed += other.failed;
        }
    }

    /** What one posted event brought. */
    public static final class ResponseTimes {

        private final Instant at;
        private final Map<Key, Day> days = new HashMap<>();

        /** @param at business time of the event */
        public ResponseTimes(Instant at) {
            this.at = at;
        }

        public void answered(MeasuredFunction of, LocalDate day, long milliseconds) {
            var times = days.computeIfAbsent(new Key(of, day), key -> new Day());
            times.histogram.recordValue(milliseconds);
            times.total += milliseconds;
        }

        public void failed(MeasuredFunction of, LocalDate day) {
            days.computeIfAbsent(new Key(of, day), key -> new Day()).failed++;
        }
    }

    @Override
    public void write(List<ResponseTimes> fresh, Connection connection) throws SQLException {
        var days = new HashMap<Key, Day>();
        fresh.forEach(each -> each.days.forEach(
                (key, day) -> days.computeIfAbsent(key, k -> new Day()).add(day)));
        var keys = days.keySet().stream().sorted(ORDER).toList();
        var before = new HashMap<Key, PackedHistogram>();
        keyed(keys)
                .text(key -> base64(of(days, key).histogram))
                .bigint(key -> of(days, key).histogram.getTotalCount())
                .bigint(key -> of(days, key).total)
                .bigint(key -> of(days, key).failed)
                .query(connection, FOLD, row -> before(row, before));
        var merged = new ArrayList<>(before.keySet());
        before.forEach((key, histogram) -> histogram.add(of(days, key).histogram));
        keyed(merged).text(key -> base64(of(before, key))).execute(connection, ADD);
        var at = fresh.stream().map(each -> each.at).max(Comparator.naturalOrder());
        letMonthsClose(keys, at.orElse(Instant.EPOCH), connection);
    }

    private static Columns<Key> keyed(List<Key> keys) {
        return Columns.of(keys)
                .uuid(key -> key.of.tenantId())
                .text(key -> key.of.provider())
                .text(key -> key.of.function())
                .text(key -> key.of.environmentKind().name())
                .text(key -> key.of.dataVolume().name())
                .text(key -> key.of.configuration().name())
                .text(key -> key.of.userSettings().name())
                .text(key -> key.of.measuredFrom().name())
                .text(key -> key.day.toString());
    }

    private static boolean before(ResultSet row, Map<Key, PackedHistogram> before) throws SQLException {
        byte[] histogram = row.getBytes(10);
        if (histogram == null) {
            return false;
        }
        var of = new MeasuredFunction(
                row.getString(2),
                row.getString(3),
                EnvironmentKind.valueOf(row.getString(4)),
                row.getObject(1, UUID.class),
                DataVolume.valueOf(row.getString(5)),
                Adaptation.valueOf(row.getString(6)),
                Adaptation.valueOf(row.getString(7)),
                MeasuredFrom.valueOf(row.getString(8)));
        before.put(new Key(of, row.getObject(9, LocalDate.class)), Histograms.read(histogram));
        return true;
    }

    private static <V> V of(Map<Key, V> values, Key key) {
        return Optional.ofNullable(values.get(key)).orElseThrow();
    }

    private static String base64(PackedHistogram histogram) {
        return Base64.getEncoder().encodeToString(Histograms.compressed(histogram));
    }

    private void letMonthsClose(List<Key> keys, Instant at, Connection connection) throws SQLException {
        var touched = new LinkedHashSet<Month>();
        keys.stream()
                .filter(key -> key.of.environmentKind() == EnvironmentKind.PRODUCTION)
                .map(key -> new Month(key.of.provider(), YearMonth.from(key.day)))
                .sorted(Comparator.comparing(Month::provider).thenComparing(Month::month))
                .forEach(touched::add);
        var deadlines = new ArrayList<Deadline>();
        for (var month : months(touched).query(connection, FIRST, ResponseTimeRows::month)) {
            deadlines.add(months.closing(month.provider, month.month));
        }
        for (var month : months(touched).query(connection, CLOSED, ResponseTimeRows::month)) {
            deadlines.add(new Deadline(
                    PerformanceMonths.CORRECT,
                    PerformanceEventTypes.month(month.provider, month.month),
                    month.provider + '/' + month.month,
                    StreamId.PLATFORM,
                    at));
        }
        Deadlines.set(connection, deadlines);
    }

    private static Columns<Month> months(Set<Month> months) {
        return Columns.of(List.copyOf(months))
                .text(Month::provider)
                .text(month -> month.month.atDay(1).toString());
    }

    private static Month month(ResultSet row) throws SQLException {
        return new Month(row.getString(1), YearMonth.from(row.getObject(2, LocalDate.class)));
    }
}
