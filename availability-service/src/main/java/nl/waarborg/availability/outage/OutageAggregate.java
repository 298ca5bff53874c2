package nl.waarborg.availability.outage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.outage.api.PostedOutages;
import nl.waarborg.availability.outage.automation.DisruptionEvent;
import nl.waarborg.availability.outage.automation.RecoveryEvent;
import nl.waarborg.availability.outage.automation.WhenDisruptionReportedThenNoticeCandidate;
import nl.waarborg.availability.outage.automation.WhenRecoveryStartedThenNoticeCandidate;
import nl.waarborg.availability.outage.domain.Candidate;
import nl.waarborg.availability.outage.domain.CandidateCommand;
import nl.waarborg.availability.outage.domain.CandidateDecider;
import nl.waarborg.availability.outage.domain.CandidateEvent;
import nl.waarborg.availability.outage.domain.Outage;
import nl.waarborg.availability.outage.domain.OutageCommand;
import nl.waarborg.availability.outage.domain.OutageDecider;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.projection.CandidatesProjection;
import nl.waarborg.availability.outage.projection.OutagesProjection;
import nl.waarborg.availability.outage.publication.PublishedOutageEvent;
import nl.waarborg.availability.outage.storage.OutageEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Outages, what does not count of them, and what may be one (AVL-004 to AVL-008, AVL-025, AVL-027, AVL-046). */
@ApplicationScoped
class OutageAggregate implements Aggregate {

    private final PostedOutages posted;
    private final WhenDisruptionReportedThenNoticeCandidate disruptions;
    private final WhenRecoveryStartedThenNoticeCandidate recoveries;

    OutageAggregate(
            PostedOutages posted,
            WhenDisruptionReportedThenNoticeCandidate disruptions,
            WhenRecoveryStartedThenNoticeCandidate recoveries) {
        this.posted = posted;
        this.disruptions = disruptions;
        this.recoveries = recoveries;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<OutageCommand, Outage, OutageEvent> outages(CommandHandlers handlers) {
        return handlers.of(new OutageDecider(), OutageEventTypes.OUTAGE_EVENTS);
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<CandidateCommand, Candidate, CandidateEvent> candidates(CommandHandlers handlers) {
        return handlers.of(new CandidateDecider(), OutageEventTypes.CANDIDATE_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(OutageEventTypes.OUTAGE_EVENTS, OutageEventTypes.CANDIDATE_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new OutagesProjection(), new CandidatesProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof OutageEvent event ? PublishedOutageEvent.from(event) : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return List.of(
                Subscription.to("incident", "outage-candidates", DisruptionEvent.TYPES)
                        .automate(disruptions),
                Subscription.to("backup", "recovery-candidates", RecoveryEvent.TYPES)
                        .automate(recoveries));
    }
}
