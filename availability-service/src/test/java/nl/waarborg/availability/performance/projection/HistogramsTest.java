package nl.waarborg.availability.performance.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("AVL-019")
class HistogramsTest {

    @Test
    void a_threshold_is_exact_to_the_millisecond_also_after_it_was_stored() {
        var histogram = Histograms.empty();
        for (var milliseconds = 0; milliseconds <= 32_000; milliseconds++) {
            histogram.recordValue(milliseconds);
        }
        var stored = Histograms.read(Histograms.compressed(histogram));
        assertEquals(histogram, stored);
        for (var threshold : new int[] {1, 2499, 2500, 2501, 9999, 16_385, 31_999}) {
            assertEquals(threshold + 1, stored.getCountBetweenValues(0, threshold), "up to " + threshold);
        }
    }

    @Test
    void an_hour_is_told_to_four_digits_in_little_room() {
        var histogram = Histograms.empty();
        histogram.recordValue(3_600_000);
        histogram.recordValue(840);
        assertEquals(3_600_000, (double) histogram.getMaxValue(), 360);
        assertTrue(Histograms.compressed(histogram).length < 200);
    }
}
