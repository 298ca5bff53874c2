package nl.waarborg.availability.outage.storage;

import java.util.UUID;
import nl.waarborg.availability.outage.domain.CandidateEvent;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateConfirmed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateDismissed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateNoticed;
import nl.waarborg.availability.outage.domain.CandidateEvent.OutageCandidateOver;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExcluded;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExclusionWithdrawn;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeDeclined;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageClassified;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageWithdrawn;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of outages are stored, for ever. */
public final class OutageEventTypes {

    public static final EventTypes<OutageEvent> OUTAGE_EVENTS = new EventTypes<>("outage", OutageEvent.class)
            .type("outage-started", OutageStarted.class)
            .type("outage-updated", OutageUpdated.class)
            .type("outage-classified", OutageClassified.class)
            .type("outage-ended", OutageEnded.class)
            .type("outage-times-corrected", OutageTimesCorrected.class)
            .type("outage-withdrawn", OutageWithdrawn.class)
            .type("downtime-excluded", DowntimeExcluded.class)
            .type("downtime-exclusion-withdrawn", DowntimeExclusionWithdrawn.class)
            .type("outage-change-proposed", OutageChangeProposed.class)
            .type("outage-change-declined", OutageChangeDeclined.class);

    public static final EventTypes<CandidateEvent> CANDIDATE_EVENTS = new EventTypes<>(
                    "outage-candidate", CandidateEvent.class)
            .type("outage-candidate-noticed", OutageCandidateNoticed.class)
            .type("outage-candidate-over", OutageCandidateOver.class)
            .type("outage-candidate-confirmed", OutageCandidateConfirmed.class)
            .type("outage-candidate-dismissed", OutageCandidateDismissed.class);

    private OutageEventTypes() {}

    /** One for each incident, recovery operation or restore. */
    public static StreamId candidate(UUID source) {
        return StreamId.natural(CANDIDATE_EVENTS.category(), StreamId.PLATFORM, source.toString());
    }

    public static StreamId outage(UUID outage) {
        return new StreamId(OUTAGE_EVENTS.category(), outage);
    }

    /** The outage that a monitor knows by its own reference. */
    public static StreamId outage(String provider, String reference) {
        return StreamId.natural(OUTAGE_EVENTS.category(), StreamId.PLATFORM, provider + '/' + reference);
    }
}
