package nl.waarborg.incident.calculation;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import nl.waarborg.terms.calendar.OpeningHours;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a calendar answers; of the first four exactly the one that was asked. */
@Schema(description = "What was asked, and the slices between the start and the other end, in order of time")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BusinessTimeAnswer(
        @Schema(description = "RFC 3339, in the offset of the calendar's zone") @Nullable OffsetDateTime instant,
        @Schema(
                        description = "Open time, ISO 8601",
                        type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
                @JsonFormat(shape = JsonFormat.Shape.STRING)
                @Nullable
                Duration duration,
        @Nullable Integer workingDays,
        @Nullable Boolean open,
        List<SliceAnswer> slices,
        @Schema(description = "Only of a span too long to show whole: where its slices end") @Nullable
                OffsetDateTime slicesThrough) {

    /** The moment reached from the start, forward or back. */
    static BusinessTimeAnswer moment(OpeningHours hours, Instant start, Instant moment) {
        var answer = moment.isBefore(start) ? span(hours, moment, start) : span(hours, start, moment);
        return new BusinessTimeAnswer(
                SliceAnswer.local(moment, hours.zone()), null, null, null, answer.slices, answer.slicesThrough);
    }

    static BusinessTimeAnswer openTime(OpeningHours hours, Instant start, Instant end, Duration openTime) {
        var answer = span(hours, start, end);
        return new BusinessTimeAnswer(null, openTime, null, null, answer.slices, answer.slicesThrough);
    }

    static BusinessTimeAnswer days(OpeningHours hours, Instant start, Instant end, int workingDays) {
        var answer = span(hours, start, end);
        return new BusinessTimeAnswer(null, null, workingDays, null, answer.slices, answer.slicesThrough);
    }

    static BusinessTimeAnswer open(boolean open) {
        return new BusinessTimeAnswer(null, null, null, open, List.of(), null);
    }

    private static BusinessTimeAnswer span(OpeningHours hours, Instant from, Instant to) {
        var end = SliceAnswer.endOfSlices(hours, from, to);
        return new BusinessTimeAnswer(
                null,
                null,
                null,
                null,
                SliceAnswer.of(hours.slices(from, end), hours.zone()),
                end.isBefore(to) ? SliceAnswer.local(end, hours.zone()) : null);
    }
}
