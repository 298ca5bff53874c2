package nl.waarborg.availability.outage.domain;

import nl.waarborg.availability.outage.domain.Candidate.Confirmed;
import nl.waarborg.availability.outage.domain.Candidate.Dismissed;
import nl.waarborg.availability.outage.domain.Candidate.Unnoticed;
import nl.waarborg.availability.outage.domain.Candidate.Waiting;
import nl.waarborg.availability.outage.domain.CandidateCommand.ConfirmOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.DismissOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.EndOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.NoticeOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateConfirmed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateDismissed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateNoticed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateOver;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** What other services report may be an outage; a person says whether it is (AVL-027). */
public final class CandidateDecider implements Decider<CandidateCommand, Candidate, CandidateEvent> {

    private static final String RULE = "AVL-027";

    @Override
    public Candidate initialState() {
        return new Unnoticed();
    }

    @Override
    public Decision<CandidateEvent> decide(CandidateCommand command, Candidate candidate) {
        return switch (command) {
            case NoticeOutageCandidate c ->
                candidate instanceof Unnoticed
                        ? Decision.of(new OutageCandidateNoticed(
                                c.candidateId(), c.provider(), c.cause(), c.source(), c.tenantId(), c.since(), c.at()))
                        : Decision.nothing();
            // What nobody noticed cannot be over; what was decided stays decided.
            case EndOutageCandidate c ->
                candidate instanceof Waiting(var until) && !c.until().equals(until)
                        ? Decision.of(new OutageCandidateOver(c.candidateId(), c.until(), c.at()))
                        : Decision.nothing();
            case ConfirmOutageCandidate c ->
                switch (candidate) {
                    case Waiting _ ->
                        Decision.of(new OutageCandidateConfirmed(c.candidateId(), c.outageId(), c.by(), c.at()));
                    case Confirmed(var outage) when outage.equals(c.outageId()) -> Decision.nothing();
                    case Unnoticed _, Confirmed _, Dismissed _ -> notWaiting();
                };
            case DismissOutageCandidate c ->
                switch (candidate) {
                    case Waiting _ ->
                        Decision.of(new OutageCandidateDismissed(c.candidateId(), c.reason(), c.by(), c.at()));
                    case Dismissed _ -> Decision.nothing();
                    case Unnoticed _, Confirmed _ -> notWaiting();
                };
        };
    }

    private static Decision<CandidateEvent> notWaiting() {
        return Decision.reject(RULE, "candidate-not-waiting", "No such candidate waits for a decision.");
    }

    @Override
    public Candidate evolve(Candidate candidate, CandidateEvent event) {
        return switch (event) {
            case OutageCandidateNoticed _ -> new Waiting(null);
            case OutageCandidateOver e -> candidate instanceof Waiting ? new Waiting(e.until()) : candidate;
            case OutageCandidateConfirmed e -> new Confirmed(e.outageId());
            case OutageCandidateDismissed _ -> new Dismissed();
        };
    }
}
