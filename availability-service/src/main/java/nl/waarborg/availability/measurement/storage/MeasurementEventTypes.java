package nl.waarborg.availability.measurement.storage;

import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageAssessed;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageDetected;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageEnded;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of suspicions of outages are stored, for ever. */
public final class MeasurementEventTypes {

    public static final EventTypes<SuspectedOutageEvent> SUSPICION_EVENTS = new EventTypes<>(
                    "suspected-outage", SuspectedOutageEvent.class)
            .type("suspected-outage-detected", SuspectedOutageDetected.class)
            .type("suspected-outage-ended", SuspectedOutageEnded.class)
            .type("suspected-outage-assessed", SuspectedOutageAssessed.class);

    private MeasurementEventTypes() {}

    /** The suspicions of one system. */
    public static StreamId suspicions(String provider, String system) {
        return StreamId.natural(SUSPICION_EVENTS.category(), StreamId.PLATFORM, provider + '/' + system);
    }
}
