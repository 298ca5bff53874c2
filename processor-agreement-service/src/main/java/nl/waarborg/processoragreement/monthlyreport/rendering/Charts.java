package nl.waarborg.processoragreement.monthlyreport.rendering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Chart;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Chart.Bar;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Chart.Column;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Chart.Legend;
import org.jspecify.annotations.Nullable;

/** Puts values on a scale. */
final class Charts {

    private static final List<String> COLOURS = List.of("#1f5fa8", "#c7802a");
    private static final int NO_RULE = 2 * Chart.HEIGHT;
    private static final BigDecimal HEIGHT = BigDecimal.valueOf(Chart.HEIGHT);

    private Charts() {}

    /**
     * The values of one month.
     *
     * @param values one for each series; null where there is none
     * @param texts the same in writing
     * @param rule a value to be compared with
     */
    record Point(String label, List<@Nullable BigDecimal> values, List<String> texts, @Nullable BigDecimal rule) {}

    /** Counts, from zero. */
    static Chart counts(String caption, List<String> series, List<Point> points) {
        var highest = values(points).reduce(BigDecimal.ONE, BigDecimal::max);
        return chart(caption, series, points, BigDecimal.ZERO, highest);
    }

    /** Percentages, from {@link #foot} to 100. */
    static Chart percentages(String caption, List<String> series, List<Point> points) {
        return chart(caption, series, points, foot(points), BigDecimal.valueOf(100));
    }

    /** Half a percent below the lowest value, so that differences near 100 show. */
    static BigDecimal foot(List<Point> points) {
        var half = new BigDecimal("0.5");
        var lowest = Stream.concat(
                        values(points), points.stream().map(Point::rule).filter(Objects::nonNull))
                .reduce(BigDecimal.valueOf(100), BigDecimal::min);
        return lowest.subtract(half)
                .divide(half, 0, RoundingMode.FLOOR)
                .multiply(half)
                .max(BigDecimal.ZERO);
    }

    private static Stream<BigDecimal> values(List<Point> points) {
        return points.stream().flatMap(point -> point.values().stream()).filter(Objects::nonNull);
    }

    private static Chart chart(
            String caption, List<String> series, List<Point> points, BigDecimal from, BigDecimal to) {
        return new Chart(
                caption,
                IntStream.range(0, series.size())
                        .mapToObj(i -> new Legend(series.get(i), COLOURS.get(i)))
                        .toList(),
                points.stream().map(point -> column(point, from, to)).toList());
    }

    private static Column column(Point point, BigDecimal from, BigDecimal to) {
        var bars = new ArrayList<Bar>();
        for (var i = 0; i < point.values().size(); i++) {
            var value = point.values().get(i);
            if (value != null) {
                var height = height(value, from, to);
                bars.add(new Bar(
                        Chart.BAR / 2 + i * Chart.BAR + 1,
                        Chart.HEIGHT - height,
                        height,
                        COLOURS.get(i),
                        point.texts().get(i)));
            }
        }
        var rule = point.rule();
        return new Column(point.label(), bars, rule == null ? NO_RULE : Chart.HEIGHT - height(rule, from, to));
    }

    /** What is on the scale shows: at least one pixel for more than nothing. */
    private static int height(BigDecimal value, BigDecimal from, BigDecimal to) {
        var share = value.subtract(from)
                .multiply(HEIGHT)
                .divide(to.subtract(from), 0, RoundingMode.HALF_UP)
                .intValueExact();
        return value.signum() > 0 ? Math.max(1, share) : share;
    }
}
