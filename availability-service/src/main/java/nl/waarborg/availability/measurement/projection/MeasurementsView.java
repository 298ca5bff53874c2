package nl.waarborg.availability.measurement.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.measurement.domain.SampledHour;
import nl.waarborg.availability.measurement.domain.SystemMeasurement;
import nl.waarborg.availability.month.domain.Interval;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** What was measured, as evidence (AVL-009), and what it suggests (AVL-027). */
@ApplicationScoped
@TenantScope
public class MeasurementsView {

    private static final String SYSTEMS =
            """
            select provider, system_id, component, environment_kind from sampled_system
            where ?::text is null or system_id = ? order by component, system_id""";
    private static final String SUSPICIONS =
            """
            select suspicion_id, tenant_id, system_id, component, since, samples, array_to_string(probes, E'\\n') as probes, error,
                detected_at, ended_at, outage, reason, assessed_by, assessed_at
            from suspected_outage where ?::uuid is null or suspicion_id = ? order by since desc limit 500""";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Rows rows;
    private final SampledHours hours;
    private final MeasurementSettings settings;
    private final PersonalData personal;

    public MeasurementsView(DataSource reader, MeasurementSettings settings, PersonalData personal) {
        this.rows = new Rows(reader);
        this.hours = new SampledHours(rows);
        this.settings = settings;
        this.personal = personal;
    }

    private record Watched(String provider, String systemId, Component component, EnvironmentKind environmentKind) {}

    /**
     * @param counts whether it counts towards the floor: production only (AVL-033)
     * @param coverage share of the period that was measured, percent, floored to two decimals
     */
    public record MeasuredSystem(
            String systemId,
            Component component,
            EnvironmentKind environmentKind,
            boolean counts,
            Interval period,
            long upSeconds,
            long downSeconds,
            long unmeasuredSeconds,
            BigDecimal coverage,
            List<Interval> down,
            List<Interval> unmeasured) {

        static MeasuredSystem of(Watched watched, SystemMeasurement measured) {
            var unmeasured = measured.seconds(measured.unmeasured());
            var total = measured.period().seconds();
            return new MeasuredSystem(
                    watched.systemId,
                    watched.component,
                    watched.environmentKind,
                    watched.environmentKind == EnvironmentKind.PRODUCTION,
                    measured.period(),
                    measured.seconds(measured.up()),
                    measured.seconds(measured.down()),
                    unmeasured,
                    BigDecimal.valueOf(total - unmeasured)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(total), 2, RoundingMode.FLOOR),
                    measured.down(),
                    measured.unmeasured());
        }
    }

    /** A sample as it can be told from its hour: the second, the probe and what it said. */
    public record ReconstructedSample(Instant at, String probe, boolean up) {}

    /** @param error what the probes said last of why when it was detected; null if none said anything */
    public record SuspicionRow(
            UUID suspicionId,
            String systemId,
            Component component,
            Instant since,
            int samples,
            List<String> probes,
            @Nullable String error,
            Instant detectedAt,
            @Nullable Instant endedAt,
            @Nullable Boolean outage,
            @Nullable String reason,
            @Nullable UUID assessedBy,
            @Nullable Instant assessedAt) {}

    /** Each registered system within the period. */
    public List<MeasuredSystem> systems(Interval period) {
        return watched(null).stream()
                .map(watched -> MeasuredSystem.of(watched, measured(watched, period)))
                .toList();
    }

    public Optional<MeasuredSystem> system(String system, Interval period) {
        return watched(system).stream()
                .map(watched -> MeasuredSystem.of(watched, measured(watched, period)))
                .findFirst();
    }

    /** What every probe said of the system, in order of time. */
    public List<ReconstructedSample> samples(String system, Interval period) {
        var samples = new ArrayList<ReconstructedSample>();
        for (var watched : watched(system)) {
            for (var hour : hours.of(watched.provider, system, watched.environmentKind, period)) {
                tell(hour, period, samples);
            }
        }
        samples.sort(Comparator.comparing(ReconstructedSample::at).thenComparing(ReconstructedSample::probe));
        return samples;
    }

    private static void tell(SampledHour hour, Interval period, List<ReconstructedSample> samples) {
        for (var second = 0; second < SampledHour.SECONDS; second++) {
            var at = hour.hour().plusSeconds(second);
            var down = hour.down().get(second);
            if ((down || hour.up().get(second)) && !at.isBefore(period.from()) && at.isBefore(period.to())) {
                samples.add(new ReconstructedSample(at, hour.of().probe(), !down));
            }
        }
    }

    private SystemMeasurement measured(Watched watched, Interval period) {
        var needed = new Interval(period.from().minus(SystemMeasurement.BEFORE), period.to());
        return SystemMeasurement.of(
                hours.of(watched.provider, watched.systemId, watched.environmentKind, needed),
                period,
                settings.holds());
    }

    private List<Watched> watched(@Nullable String system) {
        return rows.list(
                SYSTEMS,
                row -> new Watched(
                        row.text("provider"),
                        row.text("system_id"),
                        Component.valueOf(row.text("component")),
                        EnvironmentKind.valueOf(row.text("environment_kind"))),
                system,
                system);
    }

    /** The latest 500, the latest first. */
    public List<SuspicionRow> suspicions() {
        return suspicions(null);
    }

    public Optional<SuspicionRow> suspicion(UUID suspicion) {
        return suspicions(suspicion).stream().findFirst();
    }

    private List<SuspicionRow> suspicions(@Nullable UUID suspicion) {
        return rows.list(
                SUSPICIONS,
                row -> new SuspicionRow(
                        row.uuid("suspicion_id"),
                        row.text("system_id"),
                        Component.valueOf(row.text("component")),
                        row.instant("since"),
                        row.number("samples"),
                        row.text("probes").lines().toList(),
                        row.optionalText("error"),
                        row.instant("detected_at"),
                        row.optionalInstant("ended_at"),
                        row.optionalFlag("outage"),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("reason")),
                        row.optionalUuid("assessed_by"),
                        row.optionalInstant("assessed_at")),
                suspicion,
                suspicion);
    }
}
