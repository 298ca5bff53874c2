package nl.waarborg.availability.performance.domain;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A month's response times: the calendar month in Europe/Amsterdam, production only, from the vendor's side (OP-35, AVL-033).
 *
 * @param windows each of the agreed windows; alone they are information
 * @param insiteHome null if no check of it was answered or failed
 */
public record PerformanceFigures(List<FunctionFigures> windows, @Nullable FunctionFigures insiteHome) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PerformanceFigures {
        windows = List.copyOf(windows);
    }

    public long measured() {
        return windows.stream().mapToLong(FunctionFigures::measured).sum();
    }

    public long withinTarget() {
        return windows.stream().mapToLong(FunctionFigures::withinTarget).sum();
    }

    /** Compared unrounded. What was not promised, or not measured, is not missed. */
    public Set<PerformanceTarget> missed(PerformanceTargets targets) {
        var missed = EnumSet.noneOf(PerformanceTarget.class);
        var share = targets.share();
        if (share != null
                && targets.within() != null
                && BigDecimal.valueOf(withinTarget())
                                .multiply(HUNDRED)
                                .compareTo(share.multiply(BigDecimal.valueOf(measured())))
                        < 0) {
            missed.add(PerformanceTarget.SCREENS);
        }
        var mean = targets.insiteHome();
        if (mean != null
                && insiteHome != null
                && insiteHome.totalMilliseconds() > mean.toMillis() * insiteHome.measured()) {
            missed.add(PerformanceTarget.INSITE_HOME);
        }
        return missed;
    }
}
