package nl.waarborg.availability.measurement.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import nl.waarborg.availability.measurement.domain.Fold;
import nl.waarborg.availability.measurement.domain.SampledHour;
import nl.waarborg.availability.measurement.domain.SystemMeasurement;
import nl.waarborg.availability.measurement.storage.MeasurementEventTypes;
import nl.waarborg.availability.month.domain.MonthBounds;
import nl.waarborg.availability.month.projection.MonthDeadlines;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.Columns;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.RowWriter;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;

/** Folds samples into one row per system, probe and hour (decision record 9). */
public final class SampleRows implements RowWriter<SampleRows.Samples> {

    /** A system's samples say that something may have happened to it. The deadline's key is provider/system. */
    public static final String LOOK = "look-for-outage";

    private static final String FOLD =
            """
            insert into sample_hour (tenant_id, provider, system_id, environment_kind, probe, hour, up, down, samples, error_at, error)
            select '00000000-0000-0000-0000-000000000000', provider, system_id, environment_kind, probe, hour,
                ('x' || up)::bit(3600), ('x' || down)::bit(3600), samples, error_at, error
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::int[],
                ?::timestamptz[], ?::text[])
                as t (provider, system_id, environment_kind, probe, hour, up, down, samples, error_at, error)
            on conflict (provider, system_id, environment_kind, hour, probe) do update set
                up = sample_hour.up | excluded.up, down = sample_hour.down | excluded.down,
                samples = sample_hour.samples + excluded.samples,
                (error_at, error) = (select later.at, later.text
                    from (values (sample_hour.error_at, sample_hour.error), (excluded.error_at, excluded.error)) later (at, text)
                    order by later.at desc nulls last, later.text collate "C" desc limit 1)""";

    private static final Duration HOUR = Duration.ofSeconds(SampledHour.SECONDS);

    private static final String OPEN =
            "select provider, system_id from suspected_outage where ended_at is null and provider = any (?)";

    // One order for all replicas: they wait for each other and never in a circle.
    private static final Comparator<SampledHour> ORDER = Comparator.comparing(
                    (SampledHour hour) -> hour.of().provider())
            .thenComparing(hour -> hour.of().systemId())
            .thenComparing(hour -> hour.of().environmentKind())
            .thenComparing(hour -> hour.of().probe())
            .thenComparing(SampledHour::hour);

    private final MonthBounds months;
    private final Duration correctAfter;
    private final InstantSource clock;

    /** @param correctAfter how long after late samples a closed month is looked at again */
    public SampleRows(MonthBounds months, Duration correctAfter, InstantSource clock) {
        this.months = months;
        this.correctAfter = correctAfter;
        this.clock = clock;
    }

    /**
     * What one posted event brought.
     *
     * @param at business time of the event
     */
    public record Samples(Instant at, List<SampledHour> hours) {}

    private record Watched(String provider, String system) {}

    private record Late(String provider, YearMonth month) {}

    @Override
    public void write(List<Samples> fresh, Connection connection) throws SQLException {
        var fold = new Fold();
        fresh.forEach(samples -> fold.add(samples.hours));
        var hours = fold.hours().stream().sorted(ORDER).toList();
        Columns.of(hours)
                .text(hour -> hour.of().provider())
                .text(hour -> hour.of().systemId())
                .text(hour -> hour.of().environmentKind().name())
                .text(hour -> hour.of().probe())
                .instant(SampledHour::hour)
                .text(hour -> hex(hour.up()))
                .text(hour -> hex(hour.down()))
                .integer(SampledHour::samples)
                .instant(hour -> hour.error() == null ? null : hour.error().at())
                .text(hour -> hour.error() == null ? null : hour.error().text())
                .execute(connection, FOLD);
        var at = fresh.stream().map(Samples::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        var deadlines = new ArrayList<>(looks(hours, at, connection));
        deadlines.addAll(corrections(hours, connection));
        deadlines.sort(Comparator.comparing(deadline -> deadline.stream().id()));
        Deadlines.set(connection, deadlines);
    }

    /** Of months that were closed already, soon and once for many batches; samples of a month that runs ask nothing here. */
    private List<Deadline> corrections(List<SampledHour> hours, Connection connection) throws SQLException {
        var now = clock.instant();
        var late = new HashSet<Late>();
        for (var hour : hours) {
            if (hour.of().environmentKind() == EnvironmentKind.PRODUCTION) {
                late.add(new Late(hour.of().provider(), months.of(hour.hour())));
                // A sample holds beyond its hour.
                late.add(new Late(
                        hour.of().provider(), months.of(hour.hour().plus(HOUR).plus(SystemMeasurement.BEFORE))));
            }
        }
        var deadlines = new ArrayList<Deadline>();
        for (var each : late) {
            if (!now.isBefore(months.closes(each.month))) {
                deadlines.addAll(MonthDeadlines.sampled(
                        connection,
                        each.provider,
                        each.month,
                        now.truncatedTo(ChronoUnit.SECONDS).plus(correctAfter)));
            }
        }
        return deadlines;
    }

    /** Where a probe said down, and where an outage is suspected already. */
    private static List<Deadline> looks(List<SampledHour> hours, Instant at, Connection connection)
            throws SQLException {
        var suspected = suspected(hours, connection);
        var looks = new HashSet<Watched>();
        for (var hour : hours) {
            var watched = new Watched(hour.of().provider(), hour.of().systemId());
            if (hour.of().environmentKind() == EnvironmentKind.PRODUCTION
                    && (!hour.down().isEmpty() || suspected.contains(watched))) {
                looks.add(watched);
            }
        }
        var deadlines = new ArrayList<Deadline>();
        for (var each : looks) {
            deadlines.add(new Deadline(
                    LOOK,
                    MeasurementEventTypes.suspicions(each.provider, each.system),
                    each.provider + '/' + each.system,
                    StreamId.PLATFORM,
                    at));
        }
        return deadlines;
    }

    private static Set<Watched> suspected(List<SampledHour> hours, Connection connection) throws SQLException {
        var providers =
                hours.stream().map(hour -> hour.of().provider()).distinct().toArray(String[]::new);
        return new HashSet<>(
                Rows.list(connection, OPEN, row -> new Watched(row.text("provider"), row.text("system_id")), (Object)
                        connection.createArrayOf("text", providers)));
    }

    /** The first second is the first bit: 900 digits. */
    private static String hex(BitSet seconds) {
        var bytes = new byte[SampledHour.SECONDS / 8];
        for (var i = seconds.nextSetBit(0); i >= 0; i = seconds.nextSetBit(i + 1)) {
            bytes[i >> 3] |= (byte) (0x80 >> (i & 7));
        }
        return HexFormat.of().formatHex(bytes);
    }
}
