package nl.waarborg.processoragreement.monthlyreport.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import nl.waarborg.processoragreement.monthlyreport.rendering.Charts.Point;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Chart;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportPage.Chart.Bar;
import org.junit.jupiter.api.Test;

class ChartsTest {

    @Test
    void counts_stand_on_zero_and_the_highest_fills_the_scale() {
        var chart = Charts.counts(
                "Incidents", List.of("Reported", "Handled"), List.of(point(null, "8", "4"), point(null, "0", "2")));
        assertEquals(List.of(Chart.HEIGHT, Chart.HEIGHT / 2), heights(chart, 0));
        assertEquals(List.of(0, Chart.HEIGHT / 4), heights(chart, 1));
        assertTrue(chart.columns().getFirst().rule() > Chart.HEIGHT);
    }

    @Test
    void a_month_without_anything_has_no_height_and_divides_by_no_zero() {
        var chart = Charts.counts("Incidents", List.of("Reported"), List.of(point(null, "0")));
        assertEquals(List.of(0), heights(chart, 0));
    }

    @Test
    void percentages_begin_half_a_percent_below_the_lowest_and_show_what_was_agreed() {
        var points = List.of(point("99.5", "99.80"), point("99.5", new String[] {null}), point("99.5", "100.00"));
        assertEquals(new BigDecimal("99.0"), Charts.foot(points));
        var chart = Charts.percentages("Availability", List.of("Availability"), points);
        assertEquals(List.of(64), heights(chart, 0));
        assertEquals(List.of(), heights(chart, 1));
        assertEquals(List.of(Chart.HEIGHT), heights(chart, 2));
        assertEquals(Chart.HEIGHT / 2, chart.columns().getFirst().rule());
    }

    private static List<Integer> heights(Chart chart, int column) {
        return chart.columns().get(column).bars().stream().map(Bar::height).toList();
    }

    private static Point point(String rule, String... values) {
        return new Point(
                "jan",
                Arrays.stream(values)
                        .map(value -> value == null ? null : new BigDecimal(value))
                        .toList(),
                Arrays.asList(values),
                rule == null ? null : new BigDecimal(rule));
    }
}
