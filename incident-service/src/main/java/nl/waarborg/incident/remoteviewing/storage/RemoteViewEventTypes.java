package nl.waarborg.incident.remoteviewing.storage;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteControlConsented;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeIssued;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeRefused;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewEnded;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewStarted;

/** Names under which the events of sessions are stored, for ever. */
public final class RemoteViewEventTypes {

    public static final EventTypes<RemoteViewEvent> REMOTE_VIEW_EVENTS = new EventTypes<>(
                    "remote-view", RemoteViewEvent.class)
            .type("remote-view-code-issued", RemoteViewCodeIssued.class)
            .type("remote-view-code-refused", RemoteViewCodeRefused.class)
            .type("remote-view-started", RemoteViewStarted.class)
            .type("remote-control-consented", RemoteControlConsented.class)
            .type("remote-view-ended", RemoteViewEnded.class);

    private RemoteViewEventTypes() {}

    public static StreamId stream(UUID session) {
        return new StreamId(REMOTE_VIEW_EVENTS.category(), session);
    }
}
