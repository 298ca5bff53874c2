package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waarborg.availability.measurement.domain.SampledHour.Of;

/** Folds single samples into hours. */
public final class Fold {

    private record Key(Of of, long hour) {}

    private final Map<Key, SampledHour> hours = new LinkedHashMap<>();

    public void sample(Of of, Instant at, boolean up) {
        var second = at.getEpochSecond();
        var hour = Math.floorDiv(second, SampledHour.SECONDS);
        var start = hour * SampledHour.SECONDS;
        hours.compute(
                new Key(of, hour),
                (key, before) -> (before == null ? SampledHour.empty(of, Instant.ofEpochSecond(start)) : before)
                        .with((int) (second - start), up));
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
