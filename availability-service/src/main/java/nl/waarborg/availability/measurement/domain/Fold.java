package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waarborg.availability.measurement.domain.SampledHour.Of;
import org.jspecify.annotations.Nullable;

/** Folds single samples into hours. */
public final class Fold {

    private record Key(Of of, long hour) {}

    private final Map<Key, SampledHour> hours = new LinkedHashMap<>();

    public void sample(Of of, Instant at, boolean up) {
        sample(of, at, up, null);
    }

    /** @param error what the probe met; only said of what is down */
    public void sample(Of of, Instant at, boolean up, @Nullable String error) {
        var second = at.getEpochSecond();
        var hour = Math.floorDiv(second, SampledHour.SECONDS);
        var start = hour * SampledHour.SECONDS;
        hours.compute(
                new Key(of, hour),
                (key, before) -> (before == null ? SampledHour.empty(of, Instant.ofEpochSecond(start)) : before)
                        .with((int) (second - start), up, error));
    }

    public void add(Collection<SampledHour> others) {
        others.forEach(other -> hours.merge(
                new Key(other.of(), Math.floorDiv(other.hour().getEpochSecond(), SampledHour.SECONDS)),
                other,
                SampledHour::and));
    }

    public List<SampledHour> hours() {
        return List.copyOf(hours.values());
    }
}
