package nl.waarborg.processoragreement.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Until when a period runs, in the offset of its zone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PeriodAnswer(
        @Schema(description = "The last moment that is in time", examples = "2026-03-29T21:00:00+02:00")
                OffsetDateTime deadline,
        @Schema(
                        description =
                                "How Regulation 1182/71 counts whole hours, as information; absent for other periods",
                        examples = "2026-03-29T22:00:00+02:00")
                @Nullable
                OffsetDateTime outerLimit) {

    static PeriodAnswer of(Instant deadline, Optional<Instant> outerLimit, ZoneId zone) {
        return new PeriodAnswer(
                local(deadline, zone),
                outerLimit.map(limit -> local(limit, zone)).orElse(null));
    }

    private static OffsetDateTime local(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime();
    }
}
