package nl.waarborg.availability.outage.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.outage.automation.RecoveryEvent.DisasterDeclared;
import nl.waarborg.availability.outage.automation.RecoveryEvent.DisasterResolved;
import nl.waarborg.availability.outage.automation.RecoveryEvent.RestoreCompleted;
import nl.waarborg.availability.outage.automation.RecoveryEvent.RestoreStarted;
import nl.waarborg.availability.outage.automation.WhenDisruptionReportedThenNoticeCandidate.OfPlatform;
import nl.waarborg.availability.outage.domain.Candidate;
import nl.waarborg.availability.outage.domain.CandidateCommand;
import nl.waarborg.availability.outage.domain.CandidateCommand.EndOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateCommand.NoticeOutageCandidate;
import nl.waarborg.availability.outage.domain.CandidateEvent;
import nl.waarborg.availability.outage.domain.CandidateEvent.Cause;
import nl.waarborg.availability.outage.projection.OutageFacts;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.Automation;

/** A disaster, or a restore of a customer's environment, may be an outage; an operator decides (AVL-027). */
@ApplicationScoped
public class WhenRecoveryStartedThenNoticeCandidate implements Automation<RecoveryEvent> {

    private final CommandHandler<CandidateCommand, Candidate, CandidateEvent> candidates;
    private final OutageFacts facts;

    public WhenRecoveryStartedThenNoticeCandidate(
            CommandHandler<CandidateCommand, Candidate, CandidateEvent> candidates, OutageFacts facts) {
        this.candidates = candidates;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "when-recovery-started-then-notice-candidate";
    }

    @Override
    public void react(RecordedEvent<RecoveryEvent> recorded, CommandContext context) {
        switch (recorded.event()) {
            case DisasterDeclared e -> {
                var stream = OutageEventTypes.candidate(e.operationId());
                handle(
                        context,
                        new NoticeOutageCandidate(
                                stream.id(),
                                e.provider(),
                                Cause.DISASTER_DECLARED,
                                e.operationId(),
                                null,
                                e.detectedAt(),
                                context.occurredAt()));
            }
            case RestoreStarted e -> {
                var provider = facts.provider(recorded.tenant())
                        .orElseThrow(() -> new IllegalStateException("the customer of the restore is not known"));
                var stream = OutageEventTypes.candidate(e.restoreId());
                handle(
                        context,
                        new NoticeOutageCandidate(
                                stream.id(),
                                provider,
                                Cause.RESTORE_STARTED,
                                e.restoreId(),
                                recorded.tenant(),
                                e.startedAt(),
                                context.occurredAt()));
            }
            case DisasterResolved e -> over(e.operationId(), e.resolvedAt(), context);
            case RestoreCompleted e -> over(e.restoreId(), e.completedAt(), context);
        }
    }

    private void over(UUID source, Instant until, CommandContext context) {
        handle(
                context,
                new EndOutageCandidate(OutageEventTypes.candidate(source).id(), until, context.occurredAt()));
    }

    private void handle(CommandContext context, CandidateCommand command) {
        candidates.handle(
                new StreamId(OutageEventTypes.CANDIDATE_EVENTS.category(), command.candidateId()),
                OfPlatform.context(context),
                command);
    }
}
