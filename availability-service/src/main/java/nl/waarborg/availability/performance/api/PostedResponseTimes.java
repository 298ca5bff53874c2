package nl.waarborg.availability.performance.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.performance.domain.MeasuredFunction.Adaptation;
import nl.waarborg.availability.performance.domain.MeasuredFunction.DataVolume;
import nl.waarborg.availability.performance.domain.MeasuredFunction.MeasuredFrom;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import org.jspecify.annotations.Nullable;

/** Type {@code nl.waarborg.availability.record-response-times.v1}: checks of windows and functions (AVL-019, AVL-022). */
public record PostedResponseTimes(
        @NotBlank String provider, @NotEmpty @Size(max = 20_000) @Valid List<PostedResponseTime> samples)
        implements OfPlatform {

    public static final String TYPE = "nl.waarborg.availability.record-response-times.v1";

    /**
     * @param function the window or function, such as {@code Eigenschappen Medewerker}; the home page of InSite is {@code InSite home page}
     * @param milliseconds from starting it until it was available to the user, rounded up; absent if the check failed
     * @param environmentKind production, if absent
     * @param tenant whose environment it was, if somebody's
     * @param measuredFrom the vendor's side, if absent; only that counts
     */
    public record PostedResponseTime(
            @NotBlank @Size(max = 200) String function,
            Instant at,
            @Min(0) @Max(3_600_000) @Nullable Long milliseconds,
            @Nullable EnvironmentKind environmentKind,
            @Nullable UUID tenant,
            @Nullable DataVolume dataVolume,
            @Nullable Adaptation configuration,
            @Nullable Adaptation userSettings,
            @Nullable MeasuredFrom measuredFrom) {}
}
