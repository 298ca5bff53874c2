package nl.waarborg.availability.measurement.domain;

import java.time.Instant;
import java.util.BitSet;
import nl.waarborg.availability.system.domain.EnvironmentKind;

/**
 * What one probe saw of one system within one hour: a bit per second. Two of them are joined by OR, so that neither the order of the samples
 * nor a repetition changes anything.
 *
 * @param hour its start, UTC
 * @param up seconds in which a sample said up
 * @param down seconds in which a sample said down; it beats an up in the same second
 * @param samples how many were folded, those of the same second counted apart
 */
public record SampledHour(Of of, Instant hour, BitSet up, BitSet down, int samples) {

    public static final int SECONDS = 3600;

    /** Whose samples they are. */
    public record Of(String provider, String systemId, EnvironmentKind environmentKind, String probe) {}

    public static SampledHour empty(Of of, Instant hour) {
        return new SampledHour(of, hour, new BitSet(SECONDS), new BitSet(SECONDS), 0);
    }

    /** @param second within the hour */
    public SampledHour with(int second, boolean isUp) {
        (isUp ? up : down).set(second);
        return new SampledHour(of, hour, up, down, samples + 1);
    }

    public SampledHour and(SampledHour other) {
        var bothUp = (BitSet) up.clone();
        bothUp.or(other.up);
        var bothDown = (BitSet) down.clone();
        bothDown.or(other.down);
        return new SampledHour(of, hour, bothUp, bothDown, samples + other.samples);
    }
}
