package nl.waarborg.availability.outage.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import nl.waarborg.availability.outage.automation.DisruptionEvent.CalamityReported;
import nl.waarborg.availability.outage.automation.DisruptionEvent.IncidentClassified;
import nl.waarborg.availability.outage.domain.Candidate;
import nl.waarborg.availability.outage.domain.CandidateCommand;
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

/** A calamity or a disruption that a customer reports may be an outage; an operator decides (AVL-027). */
@ApplicationScoped
public class WhenDisruptionReportedThenNoticeCandidate implements Automation<DisruptionEvent> {

    private final CommandHandler<CandidateCommand, Candidate, CandidateEvent> candidates;
    private final OutageFacts facts;

    public WhenDisruptionReportedThenNoticeCandidate(
            CommandHandler<CandidateCommand, Candidate, CandidateEvent> candidates, OutageFacts facts) {
        this.candidates = candidates;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "when-disruption-reported-then-notice-candidate";
    }

    @Override
    public void react(RecordedEvent<DisruptionEvent> recorded, CommandContext context) {
        switch (recorded.event()) {
            case CalamityReported e -> notice(e.incidentId(), Cause.CALAMITY_REPORTED, e.reportedAt(), context);
            case IncidentClassified e
            when e.type().equals("DISRUPTION") ->
                notice(e.incidentId(), Cause.INCIDENT_CLASSIFIED, e.classifiedAt(), context);
            case IncidentClassified _ -> {}
        }
    }

    private void notice(UUID incident, Cause cause, Instant since, CommandContext context) {
        // A customer whose agreement is not known here yet: the event is retried.
        var provider = facts.provider(context.tenant())
                .orElseThrow(() -> new IllegalStateException("the customer of the incident is not known"));
        var stream = OutageEventTypes.candidate(incident);
        candidates.handle(
                stream,
                OfPlatform.context(context),
                new NoticeOutageCandidate(
                        stream.id(), provider, cause, incident, context.tenant(), since, context.occurredAt()));
    }

    /** A candidate is the vendor's to judge, whoever's incident it comes of. */
    static final class OfPlatform {

        private OfPlatform() {}

        static CommandContext context(CommandContext cause) {
            return new CommandContext(
                    StreamId.PLATFORM,
                    cause.actor(),
                    cause.occurredAt(),
                    cause.historic(),
                    null,
                    cause.correlation(),
                    cause.causation(),
                    cause.traceparent(),
                    cause.origin(),
                    null);
        }
    }
}
