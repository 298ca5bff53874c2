package nl.waarborg.availability.measurement.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import org.jspecify.annotations.Nullable;

/**
 * Type {@code nl.waarborg.availability.record-samples.v1}: what one probe saw of a vendor's systems.
 *
 * @param probe the monitor's own name of where it looks from
 */
public record PostedSamples(
        @NotBlank String provider,
        @NotBlank @Size(max = 100) String probe,
        @NotEmpty @Size(max = 20_000) @Valid List<PostedSample> samples)
        implements OfPlatform {

    public static final String TYPE = "nl.waarborg.availability.record-samples.v1";

    /**
     * @param system as it is registered
     * @param at when the probe looked, UTC; counted by the second
     * @param up whether it could be reached and used; slow is not down (OP-36)
     * @param environmentKind as the system is registered, if absent
     * @param error what the probe met, in words for visitors of the status page; only of what is down
     */
    public record PostedSample(
            @NotBlank String system,
            Instant at,
            boolean up,
            @Nullable EnvironmentKind environmentKind,
            @Nullable @Size(min = 1, max = 500) String error) {}
}
