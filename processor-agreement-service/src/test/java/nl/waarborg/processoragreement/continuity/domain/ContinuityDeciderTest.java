package nl.waarborg.processoragreement.continuity.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.ArrangeContinuity;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.NoticeEndingPeriod;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.RecordContinuityEvent;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityArranged;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityEventRecorded;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityPeriodEnding;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.CalendarDays;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContinuityDeciderTest {

    private static final Instant NOW = Instant.parse("2026-03-04T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-04");
    private static final LocalDate DECLARED = LocalDate.parse("2026-03-02");
    private static final LocalDate LAST = LocalDate.parse("2026-03-16");

    private final DeciderSpecification<ContinuityCommand, Continuity, ContinuityEvent> continuity =
            new DeciderSpecification<>(new ContinuityDecider());

    @Test
    @Rule("XSV-051")
    void the_data_centre_goes_on_for_two_weeks_after_a_bankruptcy_of_the_vendor() {
        var promised = Terms.of(Preset.AFAS_SLA).value(TermKey.CONTINUITY_BANKRUPTCY, CalendarDays.class);
        assertEquals(Optional.of(new CalendarDays(14)), promised);
        var recorded = recorded(ContinuityKind.VENDOR_BANKRUPTCY, LAST);
        continuity
                .given()
                .when(record(ContinuityKind.VENDOR_BANKRUPTCY, DECLARED, 14))
                .then(recorded);
        continuity
                .given()
                .when(record(ContinuityKind.VENDOR_BANKRUPTCY, DECLARED, null))
                .then(recorded(ContinuityKind.VENDOR_BANKRUPTCY, null));
        var ending = new ContinuityPeriodEnding(recorded.eventId(), LAST);
        continuity.given(recorded).when(new NoticeEndingPeriod(LAST)).then(ending);
        continuity.given(recorded, ending).when(new NoticeEndingPeriod(LAST)).thenNothing();
        continuity
                .given(recorded, arranged(recorded))
                .when(new NoticeEndingPeriod(LAST))
                .thenNothing();
    }

    @Test
    @Rule("XSV-051")
    void a_bankrupt_data_centre_goes_on_until_a_plan_is_agreed() {
        var recorded = recorded(ContinuityKind.DATACENTRE_BANKRUPTCY, null);
        continuity
                .given()
                .when(record(ContinuityKind.DATACENTRE_BANKRUPTCY, DECLARED, 14))
                .then(recorded);
        continuity
                .given(recorded)
                .when(record(ContinuityKind.DATACENTRE_BANKRUPTCY, DECLARED, 14))
                .thenNothing();
        continuity
                .given(recorded)
                .when(new ArrangeContinuity("Moves to Haarlem", TODAY, TODAY, NOW))
                .then(arranged(recorded));
        continuity
                .given(recorded, arranged(recorded))
                .when(new ArrangeContinuity("Moves to Haarlem", TODAY, TODAY, NOW))
                .thenNothing();
        continuity
                .given(recorded, arranged(recorded))
                .when(new ArrangeContinuity("Moves abroad", TODAY, TODAY, NOW))
                .thenRejected("XSV-051");
    }

    @Test
    @Rule("XSV-051")
    void what_cannot_be_is_refused() {
        continuity
                .given()
                .when(record(ContinuityKind.VENDOR_BANKRUPTCY, TODAY.plusDays(1), 14))
                .thenRejected("XSV-051");
        continuity
                .given()
                .when(new ArrangeContinuity("Moves to Haarlem", TODAY, TODAY, NOW))
                .thenRejected("XSV-051");
        for (var impossible : new LocalDate[] {DECLARED.minusDays(1), TODAY.plusDays(1)}) {
            continuity
                    .given(recorded(ContinuityKind.VENDOR_BANKRUPTCY, LAST))
                    .when(new ArrangeContinuity("Moves to Haarlem", impossible, TODAY, NOW))
                    .thenRejected("XSV-051");
        }
    }

    private static RecordContinuityEvent record(ContinuityKind kind, LocalDate occurredOn, @Nullable Integer days) {
        return new RecordContinuityEvent("afas", kind, "Example B.V.", occurredOn, days, TODAY, NOW);
    }

    private static ContinuityEventRecorded recorded(ContinuityKind kind, @Nullable LocalDate continuesThrough) {
        return new ContinuityEventRecorded(id(kind), "afas", kind, "Example B.V.", DECLARED, continuesThrough, NOW);
    }

    private static ContinuityArranged arranged(ContinuityEventRecorded recorded) {
        return new ContinuityArranged(recorded.eventId(), "Moves to Haarlem", TODAY, NOW);
    }

    private static UUID id(ContinuityKind kind) {
        return Continuity.stream("afas", kind, "Example B.V.", DECLARED).id();
    }
}
