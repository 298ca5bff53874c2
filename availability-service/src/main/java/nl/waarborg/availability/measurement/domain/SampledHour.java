package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import org.jspecify.annotations.Nullable;

/**
 * What one probe saw of one system within one hour: a bit per second, and the last error. Two of them are joined by OR and by the later error,
 * so that neither the order of the samples nor a repetition changes anything.
 *
 * @param hour its start, UTC
 * @param up seconds in which a sample said up
 * @param down seconds in which a sample said down; it beats an up in the same second
 * @param samples how many were folded, those of the same second counted apart
 * @param error what the probe said last of why it was down; null if it said nothing
 */
public record SampledHour(Of of, Instant hour, BitSet up, BitSet down, int samples, @Nullable ProbeError error) {

    public static final int SECONDS = 3600;

    /** Whose samples they are. */
    public record Of(String provider, String systemId, EnvironmentKind environmentKind, String probe) {}

    /** What a probe met. Of the same second the greater text stands, as good as any and always the same. */
    public record ProbeError(Instant at, String text) implements Comparable<ProbeError> {

        private static final Comparator<ProbeError> LATER =
                Comparator.comparing(ProbeError::at).thenComparing(ProbeError::text);

        @Override
        public int compareTo(ProbeError other) {
            return LATER.compare(this, other);
        }

        static @Nullable ProbeError later(@Nullable ProbeError one, @Nullable ProbeError other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.compareTo(other) < 0 ? other : one;
        }
    }

    public static SampledHour empty(Of of, Instant hour) {
        return new SampledHour(of, hour, new BitSet(SECONDS), new BitSet(SECONDS), 0, null);
    }

    /** @param second within the hour */
    public SampledHour with(int second, boolean isUp, @Nullable String why) {
        (isUp ? up : down).set(second);
        var said = isUp || why == null ? null : new ProbeError(hour.plusSeconds(second), why);
        return new SampledHour(of, hour, up, down, samples + 1, ProbeError.later(error, said));
    }

    public SampledHour and(SampledHour other) {
        var bothUp = (BitSet) up.clone();
        bothUp.or(other.up);
        var bothDown = (BitSet) down.clone();
        bothDown.or(other.down);
        return new SampledHour(
                of, hour, bothUp, bothDown, samples + other.samples, ProbeError.later(error, other.error));
    }
}
