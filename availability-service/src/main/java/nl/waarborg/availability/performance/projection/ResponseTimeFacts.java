package nl.waarborg.availability.performance.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.performance.domain.FunctionFigures;
import nl.waarborg.availability.performance.domain.MeasuredFunction;
import nl.waarborg.availability.performance.domain.ObservedFunction;
import nl.waarborg.availability.performance.domain.PerformanceFigures;
import nl.waarborg.availability.performance.domain.PerformanceTargets;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import org.HdrHistogram.PackedHistogram;

/** What was measured, for commands. */
@ApplicationScoped
public class ResponseTimeFacts {

    private static final String COUNTING =
            """
            select function, histogram, measured, total_ms, failed from response_time_day
            where provider = ? and day >= ? and day < ? and environment_kind = 'PRODUCTION' and measured_from = 'VENDOR_SIDE'
            order by function""";
    private static final String OBSERVED =
            """
            select function, tenant_id, histogram, measured, total_ms, failed from response_time_day
            where provider = ? and day = ? and environment_kind = 'PRODUCTION' and tenant_id in (?, ?)
            order by function, tenant_id""";

    private final Rows rows;

    public ResponseTimeFacts(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    private record Day(
            String function, UUID tenant, PackedHistogram histogram, long measured, long total, long failed) {}

    /** Of a local month: production, from the vendor's side (AVL-020, AVL-033). */
    public PerformanceFigures of(String provider, YearMonth month, PerformanceTargets targets) {
        var figures = new LinkedHashMap<String, FunctionFigures>();
        for (var day : rows.list(
                COUNTING,
                row -> new Day(
                        row.text("function"),
                        StreamId.PLATFORM,
                        Histograms.read(row.bytes("histogram")),
                        row.bigNumber("measured"),
                        row.bigNumber("total_ms"),
                        row.bigNumber("failed")),
                provider,
                month.atDay(1),
                month.plusMonths(1).atDay(1))) {
            figures.merge(day.function, figures(day, targets), ResponseTimeFacts::together);
        }
        return new PerformanceFigures(
                targets.windows().stream()
                        .map(window -> figures.getOrDefault(window, new FunctionFigures(window, 0, 0, 0, 0)))
                        .toList(),
                figures.get(MeasuredFunction.INSITE_HOME));
    }

    private static FunctionFigures figures(Day day, PerformanceTargets targets) {
        return new FunctionFigures(
                day.function,
                day.measured,
                targets.ofCase(day.function)
                        .map(within -> within(day.histogram, within.toMillis()))
                        .orElse(day.measured),
                day.total,
                day.failed);
    }

    private static long within(PackedHistogram histogram, long milliseconds) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getCountBetweenValues(0, milliseconds);
    }

    private static FunctionFigures together(FunctionFigures one, FunctionFigures other) {
        return new FunctionFigures(
                one.function(),
                one.measured() + other.measured(),
                one.withinTarget() + other.withinTarget(),
                one.totalMilliseconds() + other.totalMilliseconds(),
                one.failed() + other.failed());
    }

    /** What was measured on a local day, for the customer itself and for nobody in particular (AVL-024). */
    public List<ObservedFunction> observed(String provider, UUID tenant, LocalDate day) {
        record Of(String function, boolean ofTenant) {}
        var days = new LinkedHashMap<Of, List<Day>>();
        for (var each : rows.list(
                OBSERVED,
                row -> new Day(
                        row.text("function"),
                        row.uuid("tenant_id"),
                        Histograms.read(row.bytes("histogram")),
                        row.bigNumber("measured"),
                        row.bigNumber("total_ms"),
                        row.bigNumber("failed")),
                provider,
                day,
                tenant,
                StreamId.PLATFORM)) {
            days.computeIfAbsent(new Of(each.function, each.tenant.equals(tenant)), of -> new ArrayList<>())
                    .add(each);
        }
        return days.entrySet().stream()
                .map(entry -> observed(entry.getKey().function, entry.getKey().ofTenant, entry.getValue()))
                .toList();
    }

    private static ObservedFunction observed(String function, boolean ofTenant, List<Day> days) {
        var histogram = Histograms.empty();
        days.forEach(day -> histogram.add(day.histogram));
        var measured = days.stream().mapToLong(Day::measured).sum();
        var total = days.stream().mapToLong(Day::total).sum();
        return new ObservedFunction(
                function,
                ofTenant,
                measured,
                measured == 0 ? 0 : Math.ceilDiv(total, measured),
                histogram.getValueAtPercentile(95),
                histogram.getMaxValue(),
                days.stream().mapToLong(Day::failed).sum());
    }
}
