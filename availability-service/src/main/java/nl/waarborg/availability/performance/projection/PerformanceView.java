package nl.waarborg.availability.performance.projection;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.availability.performance.domain.PerformanceFigures;
import nl.waarborg.availability.performance.domain.PerformanceTarget;
import nl.waarborg.availability.performance.domain.PerformanceTargets;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;

/** Response times, their months, complaints and improvements, as people see them. */
@ApplicationScoped
@TenantScope
public class PerformanceView {

    private static final String DAYS =
            """
            select d.day, d.function, %s as class, d.histogram, d.measured, d.total_ms, d.failed from response_time_day d
            where d.day >= ? and d.day < ? and (?::text is null or d.function = ?) and d.environment_kind = ?
            order by d.day, d.function""";
    private static final String MONTHS =
            """
            select m.month, m.closed_at, m.figures::text as figures, m.targets::text as targets,
                array_to_string(array(select t.target from performance_target_missed t
                    where t.provider = m.provider and t.month = m.month and t.withdrawn_at is null order by t.target), E'\\n') as missed
            from performance_month m where ?::date is null or m.month = ? order by m.month desc limit 60""";
    private static final String CORRECTIONS =
            """
            select corrected_at, figures::text as figures from performance_month_correction where month = ? order by corrected_at""";
    private static final String COMPLAINTS =
            """
            select incident_id, tenant_id, raised_at, day, observed::text as observed, linked_at from performance_complaint
            order by raised_at desc limit 500""";
    private static final String IMPROVEMENTS =
            """
            select improvement_id, tenant_id, array_to_string(functions, E'\\n') as functions, description, since, recorded_by, recorded_at
            from performance_improvement order by since desc limit 500""";

    private final Rows rows;
    private final PersonalData personal;

    public PerformanceView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** What a deviation may be explained with (AVL-022). */
    public enum By {
        NOTHING("''"),
        TENANT("d.tenant_id::text"),
        DATA_VOLUME("d.data_volume"),
        CONFIGURATION("d.configuration"),
        USER_SETTINGS("d.user_settings"),
        MEASURED_FROM("d.measured_from");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /**
     * Milliseconds, of the checks that were answered.
     *
     * @param group the class that it is explained with; empty if by nothing
     * @param mean to one decimal; null if no check was answered
     * @param failed checks without an answer, in no other figure
     */
    public record ResponseTimeDay(
            LocalDate day,
            String function,
            String group,
            long measured,
            @Nullable BigDecimal mean,
            long p50,
            long p90,
            long p95,
            long p99,
            long slowest,
            long failed) {}

    /**
     * @param share percent of the windows' cases within the target, pooled, floored to two decimals; null if none was measured
     * @param insiteHomeMean milliseconds, to one decimal
     * @param missed what was promised and not kept
     */
    public record MonthRow(
            YearMonth month,
            Instant closedAt,
            @Nullable BigDecimal share,
            @Nullable BigDecimal insiteHomeMean,
            PerformanceTargets targets,
            PerformanceFigures figures,
            List<PerformanceTarget> missed) {}

    public record CorrectionRow(Instant correctedAt, PerformanceFigures figures) {}

    /** @param observed how functions answered on that day; the day's response times are shown by their own list */
    public record ComplaintRow(
            UUID incidentId,
            UUID tenant,
            Instant raisedAt,
            LocalDate day,
            @JsonRawValue String observed,
            Instant linkedAt) {}

    public record ImprovementRow(
            UUID improvementId,
            List<String> functions,
            @Nullable String description,
            LocalDate since,
            @Nullable UUID recordedBy,
            Instant recordedAt) {}

    private record Group(LocalDate day, String function, String group) {}

    private static final class Sums {

        private final PackedHistogram histogram = Histograms.empty();
        private long measured;
        private long total;
        private long failed;
    }

    /** Days from (inclusive) to (exclusive); customers see their own and those of nobody in particular. */
    public List<ResponseTimeDay> days(
            LocalDate from, LocalDate to, @Nullable String function, String environmentKind, By by) {
        var groups = new TreeMap<Group, Sums>(
                Comparator.comparing(Group::day).thenComparing(Group::function).thenComparing(Group::group));
        rows.list(
                DAYS.formatted(by.column),
                row -> {
                    var sums = groups.computeIfAbsent(
                            new Group(row.date("day"), row.text("function"), row.text("class")), group -> new Sums());
                    sums.histogram.add(Histograms.read(row.bytes("histogram")));
                    sums.measured += row.bigNumber("measured");
                    sums.total += row.bigNumber("total_ms");
                    sums.failed += row.bigNumber("failed");
                    return sums;
                },
                from,
                to,
                function,
                function,
                environmentKind);
        var days = new ArrayList<ResponseTimeDay>();
        groups.forEach((group, sums) -> days.add(new ResponseTimeDay(
                group.day,
                group.function,
                group.group,
                sums.measured,
                mean(sums.total, sums.measured),
                sums.histogram.getValueAtPercentile(50),
                sums.histogram.getValueAtPercentile(90),
                sums.histogram.getValueAtPercentile(95),
                sums.histogram.getValueAtPercentile(99),
                sums.histogram.getMaxValue(),
                sums.failed)));
        return days;
    }

    private static @Nullable BigDecimal mean(long total, long measured) {
        return measured == 0
                ? null
                : BigDecimal.valueOf(total).divide(BigDecimal.valueOf(measured), 1, RoundingMode.HALF_UP);
    }

    /** The latest 60, the latest first. */
    public List<MonthRow> months() {
        return months(null);
    }

    public Optional<MonthRow> month(YearMonth month) {
        return months(month.atDay(1)).stream().findFirst();
    }

    public List<CorrectionRow> corrections(YearMonth month) {
        return rows.list(
                CORRECTIONS,
                row -> new CorrectionRow(
                        row.instant("corrected_at"), FiguresJson.read(row.text("figures"), PerformanceFigures.class)),
                month.atDay(1));
    }

    private List<MonthRow> months(@Nullable LocalDate month) {
        return rows.list(
                MONTHS,
                row -> month(
                        YearMonth.from(row.date("month")),
                        row.instant("closed_at"),
                        FiguresJson.read(row.text("figures"), PerformanceFigures.class),
                        FiguresJson.read(row.text("targets"), PerformanceTargets.class),
                        row.text("missed")
                                .lines()
                                .map(PerformanceTarget::valueOf)
                                .toList()),
                month,
                month);
    }

    private static MonthRow month(
            YearMonth month,
            Instant closedAt,
            PerformanceFigures figures,
            PerformanceTargets targets,
            List<PerformanceTarget> missed) {
        var measured = figures.measured();
        var home = figures.insiteHome();
        return new MonthRow(
                month,
                closedAt,
                measured == 0
                        ? null
                        : BigDecimal.valueOf(figures.withinTarget())
                                .multiply(BigDecimal.valueOf(100))
                                .divide(BigDecimal.valueOf(measured), 2, RoundingMode.FLOOR),
                home == null ? null : mean(home.totalMilliseconds(), home.measured()),
                targets,
                figures,
                missed);
    }

    /** The latest 500, the latest first; a customer sees its own. */
    public List<ComplaintRow> complaints() {
        return rows.list(
                COMPLAINTS,
                row -> new ComplaintRow(
                        row.uuid("incident_id"),
                        row.uuid("tenant_id"),
                        row.instant("raised_at"),
                        row.date("day"),
                        row.text("observed"),
                        row.instant("linked_at")));
    }

    /** The latest 500, the latest first. */
    public List<ImprovementRow> improvements() {
        return rows.list(
                IMPROVEMENTS,
                row -> new ImprovementRow(
                        row.uuid("improvement_id"),
                        row.text("functions").lines().toList(),
                        personal.reveal(row.uuid("tenant_id"), row.optionalText("description")),
                        row.date("since"),
                        row.optionalUuid("recorded_by"),
                        row.instant("recorded_at")));
    }
}
