package nl.waarborg.availability.oncall.storage;

import nl.waarborg.availability.oncall.domain.OnCallEvent;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallAssigned;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapClosed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallGapDetected;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallRosterReviewed;
import nl.waarborg.availability.oncall.domain.OnCallEvent.OnCallWithdrawn;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;

/** Names under which the events of the on-call roster are stored, for ever. */
public final class OnCallEventTypes {

    public static final EventTypes<OnCallEvent> ON_CALL_EVENTS = new EventTypes<>("on-call", OnCallEvent.class)
            .type("on-call-assigned", OnCallAssigned.class)
            .type("on-call-withdrawn", OnCallWithdrawn.class)
            .type("on-call-gap-detected", OnCallGapDetected.class)
            .type("on-call-gap-closed", OnCallGapClosed.class)
            .type("on-call-roster-reviewed", OnCallRosterReviewed.class);

    private OnCallEventTypes() {}

    /** Each vendor has one roster. */
    public static StreamId stream(String provider) {
        return StreamId.natural(ON_CALL_EVENTS.category(), StreamId.PLATFORM, provider);
    }
}
