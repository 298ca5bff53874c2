package nl.waarborg.incident.month.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.waarborg.incident.month.domain.IncidentFigure.State;
import nl.waarborg.incident.month.domain.IncidentFigure.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Figures of the incidents reported in one month (INC-043, INC-062).
 *
 * @param perPriority by priority, {@code NONE} for those without
 * @param handledWithinTerm handled within the term {@code incident.handledShareWithin}; null where the agreement has none
 * @param handledWithinTermShare percent of all that were submitted, two decimals, rounded down; null without the term or without incidents
 * @param leadTimes of the handled ones; null if there is none
 */
public record MonthFigures(
        int submitted,
        int handled,
        int lapsed,
        int open,
        Map<String, PriorityFigures> perPriority,
        @Nullable Integer handledWithinTerm,
        @Nullable BigDecimal handledWithinTermShare,
        @Nullable LeadTimes leadTimes) {

    private static final String WITHOUT_PRIORITY = "NONE";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public MonthFigures {
        perPriority = new TreeMap<>(perPriority);
    }

    public record PriorityFigures(
            int count, int responseMet, int responseMissed, int recoveryMet, int recoveryMissed) {}

    /**
     * From report to handled, lapsed ones left out (OP-20).
     *
     * @param elapsed gross
     * @param net gross without the time in which the vendor waited for another
     * @param business open time of the support calendar
     */
    public record LeadTimes(Spread elapsed, Spread net, Spread business) {}

    /** Whole seconds. */
    public record Spread(long meanSeconds, long medianSeconds, long longestSeconds) {

        static Spread of(List<Duration> times) {
            var seconds = times.stream().map(Duration::toSeconds).sorted().toList();
            var middle = seconds.size() / 2;
            var median =
                    seconds.size() % 2 == 1 ? seconds.get(middle) : (seconds.get(middle - 1) + seconds.get(middle)) / 2;
            var sum = seconds.stream().mapToLong(Long::longValue).sum();
            return new Spread(sum / seconds.size(), median, seconds.getLast());
        }
    }

    public static MonthFigures of(List<IncidentFigure> incidents) {
        var perPriority = new TreeMap<String, List<IncidentFigure>>();
        incidents.forEach(figure -> perPriority
                .computeIfAbsent(
                        Objects.requireNonNullElse(figure.priority(), WITHOUT_PRIORITY), key -> new ArrayList<>())
                .add(figure));
        var counted = new TreeMap<String, PriorityFigures>();
        perPriority.forEach((priority, figures) -> counted.put(priority, counts(figures)));

        var judged = incidents.stream().anyMatch(figure -> figure.handledWithinTerm() != null);
        var within = (int) incidents.stream()
                .filter(figure -> Boolean.TRUE.equals(figure.handledWithinTerm()))
                .count();
        return new MonthFigures(
                incidents.size(),
                in(incidents, State.HANDLED),
                in(incidents, State.LAPSED),
                in(incidents, State.OPEN),
                counted,
                judged ? within : null,
                judged ? share(within, incidents.size()) : null,
                leadTimes(incidents));
    }

    private static PriorityFigures counts(List<IncidentFigure> figures) {
        return new PriorityFigures(
                figures.size(),
                verdicts(figures, IncidentFigure::response, Verdict.MET),
                verdicts(figures, IncidentFigure::response, Verdict.MISSED),
                verdicts(figures, IncidentFigure::recovery, Verdict.MET),
                verdicts(figures, IncidentFigure::recovery, Verdict.MISSED));
    }

    private static int verdicts(
            List<IncidentFigure> figures, Function<IncidentFigure, Verdict> clock, Verdict verdict) {
        return (int) figures.stream()
                .filter(figure -> clock.apply(figure) == verdict)
                .count();
    }

    private static int in(List<IncidentFigure> incidents, State state) {
        return (int)
                incidents.stream().filter(figure -> figure.state() == state).count();
    }

    /** Rounded down: a share is never shown better than it is. */
    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN);
    }

    private static @Nullable LeadTimes leadTimes(List<IncidentFigure> incidents) {
        var handled = incidents.stream()
                .filter(figure -> figure.state() == State.HANDLED)
                .toList();
        var elapsed = times(handled.stream().map(IncidentFigure::leadTime));
        if (elapsed.isEmpty()) {
            return null;
        }
        var net = times(handled.stream().map(figure -> {
            var gross = figure.leadTime();
            return gross == null ? null : gross.minus(figure.waitingTime());
        }));
        var business = times(handled.stream().map(IncidentFigure::businessTime));
        return new LeadTimes(Spread.of(elapsed), Spread.of(net), Spread.of(business.isEmpty() ? elapsed : business));
    }

    private static List<Duration> times(Stream<@Nullable Duration> times) {
        return times.<Duration>mapMulti((time, sink) -> {
                    if (time != null) {
                        sink.accept(time);
                    }
                })
                .toList();
    }
}
