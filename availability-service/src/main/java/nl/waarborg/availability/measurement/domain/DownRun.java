package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.waarborg.availability.measurement.domain.SampledHour.ProbeError;
import nl.waarborg.availability.month.domain.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Every probe that watches a system has said down in its last samples: what suggests an outage (AVL-027).
 *
 * @param since the first second in which all of them said so, UTC
 * @param samples the fewest that one of the probes has said so in a row
 * @param error what they said last of why; null if none said anything
 */
public record DownRun(Instant since, int samples, SortedSet<String> probes, @Nullable String error) {

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
        var since = span.from().plusSeconds(since(timelines));
        var error = hours.stream()
                .filter(hour -> timelines.containsKey(hour.of().probe()))
                .map(SampledHour::error)
                .filter(said -> said != null && !said.at().isBefore(since))
                .max(Comparator.naturalOrder())
                .map(ProbeError::text)
                .orElse(null);
        return Optional.of(new DownRun(since, fewest, new TreeSet<>(timelines.keySet()), error));
    }

    private static int since(Map<String, ProbeTimeline> timelines) {
        return timelines.values().stream()
                .mapToInt(ProbeTimeline::firstTrailingDown)
                .max()
                .orElseThrow();
    }
}
