package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.waarborg.availability.month.domain.Interval;

/**
 * Every probe that watches a system has said down in its last samples: what suggests an outage (AVL-027).
 *
 * @param since the first second in which all of them said so, UTC
 * @param samples the fewest that one of the probes has said so in a row
 */
public record DownRun(Instant since, int samples, SortedSet<String> probes) {

    /**
     * @param hours the latest of one system, of any probes
     * @param consecutive how many samples of each probe in a row make a run
     * @param factor how many of a probe's usual intervals a sample holds; a probe that is silent for longer watches no more
     */
    public static Optional<DownRun> of(Collection<SampledHour> hours, Interval span, int consecutive, int factor) {
        var timelines = new TreeMap<String, ProbeTimeline>();
        hours.stream()
                .collect(Collectors.groupingBy(hour -> hour.of().probe()))
                .forEach((probe, ofProbe) -> timelines.put(probe, ProbeTimeline.of(ofProbe, span, factor)));
        var last = timelines.values().stream()
                .mapToInt(ProbeTimeline::lastSaid)
                .max()
                .orElse(-1);
        timelines.values().removeIf(probe -> !probe.holdsAt(last));
        var fewest = timelines.values().stream()
                .mapToInt(ProbeTimeline::trailingDown)
                .min()
                .orElse(0);
        if (fewest < Math.max(1, consecutive)) {
            return Optional.empty();
        }
        return Optional.of(
                new DownRun(span.from().plusSeconds(since(timelines)), fewest, new TreeSet<>(timelines.keySet())));
    }

    private static int since(Map<String, ProbeTimeline> timelines) {
        return timelines.values().stream()
                .mapToInt(ProbeTimeline::firstTrailingDown)
                .max()
                .orElseThrow();
    }
}
