package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.outage.domain.CandidateCommand.ConfirmOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.DismissOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.EndOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.NoticeOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateEvent.Cause;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateConfirmed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateNoticed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateOver;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

@Rule("AVL-027")
class CandidateDeciderTest {

    private static final UUID CANDIDATE = new UUID(0, 1);
    private static final UUID SOURCE = new UUID(0, 2);
    private static final UUID OUTAGE = new UUID(0, 3);
    private static final UUID ANNA = new UUID(0, 4);
    private static final Instant AT = Instant.parse("2026-03-10T08:00:00Z");

    @Test
    void what_other_services_report_waits_for_a_person() {
        var candidate = new DeciderSpecification<>(new CandidateDecider());
        var notice = new NoticeOutageCandidate(CANDIDATE, "afas", Cause.DISASTER_DECLARED, SOURCE, null, AT, AT);
        var noticed = new OutageCandidateNoticed(CANDIDATE, "afas", Cause.DISASTER_DECLARED, SOURCE, null, AT, AT);
        var confirm = new ConfirmOutageCandidate(CANDIDATE, OUTAGE, ANNA, AT);
        var confirmed = new OutageCandidateConfirmed(CANDIDATE, OUTAGE, ANNA, AT);
        var end = new EndOutageCandidate(CANDIDATE, AT, AT);
        var over = new OutageCandidateOver(CANDIDATE, AT, AT);
        candidate.given().when(notice).then(noticed);
        candidate.given(noticed).when(notice).thenNothing();
        candidate.given(noticed).when(end).then(over);
        candidate.given(noticed, over).when(end).thenNothing();
        candidate.given(noticed, over).when(confirm).then(confirmed);
        candidate.given(noticed, confirmed).when(confirm).thenNothing();
        candidate
                .given(noticed, confirmed)
                .when(new DismissOutageCandidate(CANDIDATE, "none", ANNA, AT))
                .thenRejected("AVL-027");
        candidate.given().when(confirm).thenRejected("AVL-027");
        candidate.given().when(end).thenNothing();
    }
}
