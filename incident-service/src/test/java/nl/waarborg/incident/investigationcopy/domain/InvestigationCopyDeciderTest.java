package nl.waarborg.incident.investigationcopy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.CancelDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.NoticeOverdueDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.OrderInvestigationCopyDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordInvestigationCopyAccess;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordProvision;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RequestInvestigationCopy;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.ScheduleDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyAccessed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyClosed;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionCancelled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOrdered;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionOverdue;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyDeletionScheduled;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyProvisioned;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent.InvestigationCopyRequested;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.clock.Deadlines;
import org.junit.jupiter.api.Test;

class InvestigationCopyDeciderTest {

    private static final UUID COPY = UUID.fromString("01900000-0000-7000-8000-0000000000c0");
    private static final UUID INCIDENT = UUID.fromString("01900000-0000-7000-8000-0000000000a0");
    private static final UUID ENVIRONMENT = UUID.fromString("01900000-0000-7000-8000-0000000000e0");
    private static final UUID AGENT = UUID.fromString("01900000-0000-7000-8000-0000000000b0");
    private static final UUID PROOF = UUID.fromString("01900000-0000-7000-8000-0000000000d0");
    private static final Terms TERMS = Terms.of(Preset.AFAS_SLA);
    private static final Deadlines DEADLINES =
            Deadlines.of(TERMS, AgreedCalendars.of(TERMS).support().hours());
    private static final Duration AHEAD = Duration.ofHours(4);
    private static final Instant REQUESTED = local("2026-03-01T09:00:00+01:00");
    private static final Instant PROVISIONED = local("2026-03-01T10:00:00+01:00");
    private static final Instant OLDEST = after(PROVISIONED, TermKey.INVESTIGATION_COPY_MAX_AGE);

    private final DeciderSpecification<InvestigationCopyCommand, InvestigationCopy, InvestigationCopyEvent> copy =
            new DeciderSpecification<>(new InvestigationCopyDecider());

    private final InvestigationCopyRequested requested =
            new InvestigationCopyRequested(COPY, INCIDENT, ENVIRONMENT, AGENT, REQUESTED);
    private final InvestigationCopyProvisioned provisioned =
            new InvestigationCopyProvisioned(COPY, INCIDENT, PROVISIONED, OLDEST, OLDEST.minus(AHEAD));
    private final InvestigationCopyDeletionScheduled byAge = scheduled(OLDEST, DeletionCause.MAX_AGE);

    private static Instant local(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static Instant after(Instant start, TermKey key) {
        return DEADLINES.after(start, TERMS.span(key).orElseThrow());
    }

    private static Instant afterClose(Instant closed) {
        return after(closed, TermKey.INVESTIGATION_COPY_DELETE_AFTER_CLOSE);
    }

    private static InvestigationCopyDeletionScheduled scheduled(Instant deleteBefore, DeletionCause cause) {
        return new InvestigationCopyDeletionScheduled(COPY, INCIDENT, deleteBefore, deleteBefore.minus(AHEAD), cause);
    }

    private static ScheduleDeletion close(Instant at, DeletionCause cause) {
        return new ScheduleDeletion(COPY, cause, at, afterClose(at), AHEAD);
    }

    @Test
    @Rule("INC-049")
    void a_copy_is_requested_for_an_open_incident_only() {
        copy.given()
                .when(new RequestInvestigationCopy(COPY, INCIDENT, ENVIRONMENT, AGENT, true, REQUESTED))
                .then(requested);
        copy.given()
                .when(new RequestInvestigationCopy(COPY, INCIDENT, ENVIRONMENT, AGENT, false, REQUESTED))
                .thenRejected("INC-049");
    }

    @Test
    @Rule("INC-051")
    void its_maximum_age_runs_from_provision() {
        copy.given(requested)
                .when(new RecordProvision(COPY, PROVISIONED, OLDEST, AHEAD))
                .then(provisioned, byAge);
    }

    @Test
    @Rule({"INC-050", "INC-051"})
    void the_earlier_of_closing_and_age_wins() {
        var handled = local("2026-07-28T15:00:00+02:00");
        // Worked example 9: 150 times 24 hours pass the change to summer time, 29 July 11:00 comes before 30 July
        // 15:00.
        assertEquals(local("2026-07-29T11:00:00+02:00"), OLDEST);
        assertEquals(local("2026-07-30T15:00:00+02:00"), afterClose(handled));
        copy.given(requested, provisioned, byAge)
                .when(close(handled, DeletionCause.HANDLED))
                .thenNothing();
        copy.given(requested, provisioned, byAge)
                .when(new OrderInvestigationCopyDeletion(COPY, OLDEST.minus(AHEAD)))
                .then(new InvestigationCopyDeletionOrdered(
                        COPY, INCIDENT, OLDEST, DeletionCause.MAX_AGE, OLDEST.minus(AHEAD)));
    }

    @Test
    @Rule("INC-050")
    void handled_or_lapsed_it_is_gone_within_48_elapsed_hours() {
        var friday = local("2026-03-27T18:00:00+01:00");
        for (var cause : List.of(DeletionCause.HANDLED, DeletionCause.LAPSED)) {
            copy.given(requested, provisioned, byAge)
                    .when(close(friday, cause))
                    .then(scheduled(local("2026-03-29T19:00:00+02:00"), cause));
        }
    }

    @Test
    @Rule({"INC-050", "INC-051"})
    void without_the_terms_no_clock_runs() {
        var withoutAge = new InvestigationCopyProvisioned(COPY, INCIDENT, PROVISIONED, null, null);
        copy.given(requested)
                .when(new RecordProvision(COPY, PROVISIONED, null, AHEAD))
                .then(withoutAge);
        copy.given(requested, withoutAge)
                .when(new ScheduleDeletion(COPY, DeletionCause.HANDLED, PROVISIONED, null, AHEAD))
                .thenNothing();
        copy.given(requested, withoutAge)
                .when(new OrderInvestigationCopyDeletion(COPY, OLDEST.plus(Duration.ofDays(150))))
                .thenNothing();
    }

    @Test
    @Rule("INC-050")
    void reopening_cancels_a_deletion_that_was_not_ordered_and_the_age_counts_again() {
        var handled = local("2026-03-10T12:00:00+01:00");
        var closing = scheduled(afterClose(handled), DeletionCause.HANDLED);
        var reopened = handled.plus(Duration.ofHours(20));
        copy.given(requested, provisioned, byAge, closing)
                .when(new CancelDeletion(COPY, reopened))
                .then(new InvestigationCopyDeletionCancelled(COPY, INCIDENT, reopened), byAge);
        // Handled before it was provided: the age is remembered all the same.
        copy.given(requested, closing, provisioned)
                .when(new CancelDeletion(COPY, reopened))
                .then(new InvestigationCopyDeletionCancelled(COPY, INCIDENT, reopened), byAge);
    }

    @Test
    @Rule("INC-050")
    void reopening_does_not_stop_a_deletion_that_was_ordered() {
        var handled = local("2026-03-10T12:00:00+01:00");
        copy.given(requested, provisioned, byAge, ordered(afterClose(handled), DeletionCause.HANDLED))
                .when(new CancelDeletion(COPY, afterClose(handled)))
                .thenNothing();
    }

    @Test
    @Rule("INC-050")
    void it_is_not_ordered_away_before_its_time() {
        copy.given(requested, provisioned, byAge)
                .when(new OrderInvestigationCopyDeletion(
                        COPY, OLDEST.minus(AHEAD).minusMillis(1)))
                .thenNothing();
    }

    @Test
    @Rule("INC-052")
    void every_look_is_logged_and_there_is_none_without_a_copy() {
        var look = new RecordInvestigationCopyAccess(COPY, AGENT, "reproduce the fault", PROVISIONED.plusSeconds(60));
        copy.given(requested, provisioned, byAge)
                .when(look)
                .then(new InvestigationCopyAccessed(
                        COPY, INCIDENT, AGENT, "reproduce the fault", PROVISIONED.plusSeconds(60)));
        copy.given(requested).when(look).thenRejected("INC-052");
        copy.given(requested, provisioned, byAge, ordered(OLDEST, DeletionCause.MAX_AGE), closed(OLDEST, true))
                .when(look)
                .thenRejected("INC-052");
    }

    @Test
    @Rule({"INC-050", "INC-051"})
    void the_proof_of_deletion_closes_it_and_says_whether_it_was_late() {
        var order = ordered(OLDEST, DeletionCause.MAX_AGE);
        var overdue = new InvestigationCopyDeletionOverdue(COPY, INCIDENT, OLDEST);
        copy.given(requested, provisioned, byAge, order)
                .when(new RecordDeletion(COPY, OLDEST.minusSeconds(1), PROOF))
                .then(closed(OLDEST.minusSeconds(1), false));
        copy.given(requested, provisioned, byAge, order)
                .when(new NoticeOverdueDeletion(COPY, OLDEST))
                .then(overdue);
        // The proof arrives late, the deletion was in time: its own time decides.
        copy.given(requested, provisioned, byAge, order, overdue)
                .when(new RecordDeletion(COPY, OLDEST.minusSeconds(1), PROOF))
                .then(closed(OLDEST.minusSeconds(1), false));
        copy.given(requested, provisioned, byAge, order, overdue)
                .when(new RecordDeletion(COPY, OLDEST, PROOF))
                .then(closed(OLDEST, true));
    }

    private static InvestigationCopyDeletionOrdered ordered(Instant deleteBefore, DeletionCause cause) {
        return new InvestigationCopyDeletionOrdered(COPY, INCIDENT, deleteBefore, cause, deleteBefore.minus(AHEAD));
    }

    private static InvestigationCopyClosed closed(Instant deletedAt, boolean late) {
        return new InvestigationCopyClosed(COPY, INCIDENT, deletedAt, PROOF, late);
    }
}
