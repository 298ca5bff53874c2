package nl.waarborg.availability.measurement.projection;

import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.measurement.domain.SampledHour;
import nl.waarborg.availability.measurement.domain.SampledHour.Of;
import nl.waarborg.availability.measurement.domain.SampledHour.ProbeError;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.projection.Rows;
import org.jspecify.annotations.Nullable;

/** Reads folded samples. */
@Singleton
public final class SampledHours {

    private static final String COLUMNS =
            """
            select h.provider, h.system_id, h.environment_kind, h.probe, h.hour, h.up::text as up, h.down::text as down, h.samples,
                h.error_at, h.error
            from sample_hour h
            """;
    // date_trunc by UTC: hours of samples are hours of UTC.
    private static final String OF_SYSTEM = COLUMNS
            + """
            where h.provider = ? and h.system_id = ? and h.environment_kind = ?
                and h.hour > ?::timestamptz - interval '1 hour' and h.hour < ?
            order by h.hour, h.probe""";
    private static final String OF_COMPONENT = COLUMNS
            + """
            join sampled_system s on s.provider = h.provider and s.system_id = h.system_id
            where h.provider = ? and s.component = ? and h.environment_kind = 'PRODUCTION'
                and h.hour > ?::timestamptz - interval '1 hour' and h.hour < ?
            order by h.hour, h.probe""";
    private static final String LAST =
            """
            select max(hour) as hour from sample_hour where provider = ? and system_id = ? and environment_kind = ?""";

    private final Rows rows;

    @Inject
    public SampledHours(@DataSource("writer") javax.sql.DataSource writer) {
        this(new Rows(writer));
    }

    SampledHours(Rows rows) {
        this.rows = rows;
    }

    /** Every hour that has a second within the period. */
    public List<SampledHour> of(String provider, String system, EnvironmentKind kind, Interval period) {
        return rows.list(OF_SYSTEM, SampledHours::hour, provider, system, kind, period.from(), period.to());
    }

    /** The same of all production systems of a component. */
    public List<SampledHour> of(String provider, Component component, Interval period) {
        return rows.list(OF_COMPONENT, SampledHours::hour, provider, component, period.from(), period.to());
    }

    /** The last hour of which there are samples. */
    public Optional<Instant> last(String provider, String system, EnvironmentKind kind) {
        return rows.first(
                        LAST, row -> Optional.<Instant>ofNullable(row.optionalInstant("hour")), provider, system, kind)
                .flatMap(hour -> hour);
    }

    private static SampledHour hour(Rows.Row row) throws SQLException {
        return new SampledHour(
                new Of(
                        row.text("provider"),
                        row.text("system_id"),
                        EnvironmentKind.valueOf(row.text("environment_kind")),
                        row.text("probe")),
                row.instant("hour"),
                seconds(row.text("up")),
                seconds(row.text("down")),
                row.number("samples"),
                error(row));
    }

    private static @Nullable ProbeError error(Rows.Row row) throws SQLException {
        var at = row.optionalInstant("error_at");
        return at == null ? null : new ProbeError(at, row.text("error"));
    }

    private static BitSet seconds(String digits) {
        var seconds = new BitSet(SampledHour.SECONDS);
        for (var i = digits.indexOf('1'); i >= 0; i = digits.indexOf('1', i + 1)) {
            seconds.set(i);
        }
        return seconds;
    }
}
