package nl.waarborg.incident.incident.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.projection.IncidentsView.ClockRow;
import nl.waarborg.incident.incident.projection.IncidentsView.IncidentRow;
import nl.waarborg.incident.incident.projection.IncidentsView.LinkRow;
import nl.waarborg.incident.incident.projection.IncidentsView.WaitRow;
import nl.waarborg.incident.notice.projection.ServiceNoticesView.Notice;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.calendar.Slice;
import nl.waarborg.terms.clock.ClockKind;
import org.jspecify.annotations.Nullable;

/** How incidents look over HTTP. */
final class IncidentAnswers {

    private IncidentAnswers() {}

    /** How a clock stands. */
    enum ClockState {
        RUNNING,
        PAUSED,
        /** Stopped in time. */
        MET,
        /** Its deadline came before what it waits for; it may still run. */
        MISSED,
        /** It ended without a verdict. */
        ENDED;

        static ClockState of(ClockRow clock, Instant now) {
            if (clock.missedAt() != null) {
                return MISSED;
            }
            if (clock.stoppedAt() != null) {
                return clock.stoppedAt().isAfter(clock.due()) && !clock.paused() ? MISSED : MET;
            }
            if (clock.cancelled()) {
                return ENDED;
            }
            if (clock.paused()) {
                return PAUSED;
            }
            return now.isAfter(clock.due()) ? MISSED : RUNNING;
        }
    }

    /**
     * One clock with what explains its deadline.
     *
     * @param deadline gross: as if nothing was ever waited for
     * @param netDeadline moved by the waiting, shown under every policy; null while waiting
     * @param promisedBy by when kept or missed is decided under the tenant's policy; null while paused
     * @param slices every open, closed and paused stretch from start to deadline, with its reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClockAnswer(
            ClockKind clock,
            ClockState state,
            Instant since,
            Instant startsAt,
            Instant deadline,
            @Nullable Instant netDeadline,
            @Nullable Instant promisedBy,
            @Nullable Instant target,
            @Nullable Instant stoppedAt,
            boolean rebased,
            String termKey,
            String term,
            String clause,
            String rule,
            String calendar,
            int calendarVersion,
            int termsVersion,
            PausePolicy pausePolicy,
            List<Slice> slices) {}

    /** @param overdue whether a deadline of a clock that runs has come */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IncidentAnswer(IncidentRow incident, boolean overdue, List<WaitRow> waits, List<LinkRow> links) {}

    /** One line of the queue; the texts stand with the incident itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QueueLine(IncidentRow incident, boolean overdue) {

        static QueueLine of(IncidentRow row, Instant now) {
            return new QueueLine(row, isOverdue(row, now));
        }
    }

    static boolean isOverdue(IncidentRow row, Instant now) {
        return row.nextDue() != null && row.nextDue().isBefore(now);
    }

    /** What to expect after a report, for people. */
    record Expectation(ClockKind clock, Instant startsAt, Instant deadline, String english, String dutch) {

        private static final DateTimeFormatter ENGLISH =
                DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", Locale.ENGLISH);
        private static final DateTimeFormatter DUTCH =
                DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", Locale.forLanguageTag("nl"));

        static Expectation of(ClockRow clock) {
            var starts = clock.startsAt().atZone(AgreedCalendars.ZONE);
            var due = clock.deadline().atZone(AgreedCalendars.ZONE);
            var what =
                    switch (clock.kind()) {
                        case RESPONSE -> new String[] {"response", "reactie"};
                        case RECOVERY -> new String[] {"solution or workaround", "oplossing of workaround"};
                        case CALAMITY_CONTACT -> new String[] {"contact", "contact"};
                    };
            return new Expectation(
                    clock.kind(),
                    clock.startsAt(),
                    clock.deadline(),
                    "Clock starts %s, %s due %s".formatted(starts.format(ENGLISH), what[0], due.format(ENGLISH)),
                    "Klok start %s, %s uiterlijk %s".formatted(starts.format(DUTCH), what[1], due.format(DUTCH)));
        }
    }

    /** @param knownOutages that the customer suffers now: perhaps the report is about one of them */
    record RaisedAnswer(
            UUID id, String number, String priority, List<Expectation> expectations, List<Notice> knownOutages) {}

    /**
     * One thing that happened.
     *
     * @param data the stored event; texts are null once the tenant's key is destroyed
     * @param late how long after it happened it was recorded
     */
    record HistoryEntry(
            int version,
            String type,
            Instant occurredAt,
            Instant recordedAt,
            Duration late,
            Actor actor,
            IncidentEvent data) {}
}
