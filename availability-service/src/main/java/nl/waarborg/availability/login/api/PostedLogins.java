package nl.waarborg.availability.login.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Type {@code nl.waarborg.availability.record-logins.v1}: login attempts of one customer, counted by the hour; they are added up. */
public record PostedLogins(@NotEmpty @Size(max = 1000) @Valid List<PostedHour> hours) {

    public static final String TYPE = "nl.waarborg.availability.record-logins.v1";

    /**
     * @param hour its start, a full hour, UTC
     * @param accounts those that are worth counting apart
     */
    public record PostedHour(
            Instant hour,
            @PositiveOrZero long attempts,
            @PositiveOrZero long failed,
            @Size(max = 20_000) @Valid @Nullable List<PostedCount> accounts,
            @Size(max = 20_000) @Valid @Nullable List<PostedCount> addresses) {}

    /**
     * @param pseudonym keyed, such as an HMAC-SHA-256: never the account or address itself
     */
    public record PostedCount(
            @Pattern(regexp = "[0-9a-f]{64}", message = "must be a keyed pseudonym, 64 hexadecimal digits")
                    String pseudonym,
            @PositiveOrZero long attempts,
            @PositiveOrZero long failed) {}
}
