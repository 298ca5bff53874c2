package nl.waarborg.incident.calculation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.SupportClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The clocks of a report: none for a term that was not agreed. */
@Schema(description = "Response, recovery and, of a calamity, contact; no clock for a term that was not agreed")
record DeadlinesAnswer(List<ClockAnswer> clocks) {

    /** A clock in the offset of its calendar's zone. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockAnswer(
            ClockKind clock,
            @Schema(description = "The term that sets the deadline", examples = "priority.P2.response") String termKey,
            @Schema(description = "The rule of the catalogue", examples = "INC-036") String rule,
            OffsetDateTime startsAt,
            @Schema(description = "The last moment in time, without regard to waiting") OffsetDateTime deadline,
            @Schema(description = "The deadline moved by the open time spent waiting; absent while waiting lasts")
                    @Nullable
                    OffsetDateTime netDeadline,
            @Schema(description = "What is aimed at before the deadline, of a calamity outside its hours") @Nullable
                    OffsetDateTime target,
            @Schema(description = "The calendar that the clock follows", examples = "AFAS_SLA/support") String calendar,
            @Schema(description = "From startsAt to the last of the deadlines, in order of time")
                    List<SliceAnswer> slices,
            @Schema(description = "Only of a span too long to show whole: where its slices end") @Nullable
                    OffsetDateTime slicesThrough) {

        static ClockAnswer of(SupportClock clock) {
            var hours = clock.hours();
            var zone = hours.zone();
            var last = clock.promisedBy().filter(clock.deadline()::isBefore).orElse(clock.deadline());
            var end = SliceAnswer.endOfSlices(hours, clock.startsAt(), last);
            return new ClockAnswer(
                    clock.kind(),
                    clock.term().key().key(),
                    clock.rule(),
                    SliceAnswer.local(clock.startsAt(), zone),
                    SliceAnswer.local(clock.deadline(), zone),
                    clock.netDeadline().map(net -> SliceAnswer.local(net, zone)).orElse(null),
                    clock.target()
                            .map(target -> SliceAnswer.local(target, zone))
                            .orElse(null),
                    hours.calendar().id().value(),
                    SliceAnswer.of(clock.ledger().slices(hours, clock.startsAt(), end, clock.policy()), zone),
                    end.isBefore(last) ? SliceAnswer.local(end, zone) : null);
        }
    }
}
