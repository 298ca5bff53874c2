package nl.waarborg.availability.performance.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Elapsed;
import nl.waarborg.terms.TermValue.Percentage;
import nl.waarborg.terms.TermValue.Several;
import nl.waarborg.terms.TermValue.Text;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement promises (AVL-020, AVL-021); what it lacks is null, or no window: then nothing is judged.
 *
 * @param share percent of the cases
 * @param windows whose cases are taken together (OP-35)
 * @param insiteHome the mean of InSite's home page
 */
public record PerformanceTargets(
        @Nullable BigDecimal share, @Nullable Duration within, List<String> windows, @Nullable Duration insiteHome) {

    public PerformanceTargets {
        windows = List.copyOf(windows);
    }

    public static final PerformanceTargets NONE = new PerformanceTargets(null, null, List.of(), null);

    public static PerformanceTargets of(Terms terms) {
        return new PerformanceTargets(
                terms.value(TermKey.PERFORMANCE_SCREENS_SHARE, Percentage.class)
                        .map(Percentage::percent)
                        .orElse(null),
                elapsed(terms, TermKey.PERFORMANCE_SCREENS_WITHIN).orElse(null),
                terms.value(TermKey.PERFORMANCE_SCREENS_WINDOWS, Several.class)
                        .map(several -> several.values().stream()
                                .map(value -> value instanceof Text text ? text.text() : value.toString())
                                .toList())
                        .orElse(List.of()),
                elapsed(terms, TermKey.PERFORMANCE_INSITE_HOME).orElse(null));
    }

    private static Optional<Duration> elapsed(Terms terms, TermKey key) {
        return terms.value(key, Elapsed.class).map(Elapsed::duration);
    }

    /** What a single case of the function must keep to; empty where a single case is not judged. */
    public Optional<Duration> ofCase(String function) {
        return windows.contains(function) ? Optional.ofNullable(within) : Optional.empty();
    }
}
