package nl.waarborg.incident.remoteviewing.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteControlConsented;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeIssued;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewCodeRefused;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewEnded;
import nl.waarborg.incident.remoteviewing.domain.RemoteViewEvent.RemoteViewStarted;

/** processor-agreement-service shows that control was given. */
public final class PublishedRemoteView {

    private PublishedRemoteView() {}

    record RemoteControlConsentedV1(UUID sessionId, UUID incidentId, UUID agentId, UUID byPersonId, Instant at) {}

    public static Optional<PublishedEvent> from(RemoteViewEvent event) {
        return switch (event) {
            case RemoteControlConsented e ->
                Optional.of(new PublishedEvent(
                        "nl.waarborg.incident.remote-control-consented.v1",
                        new RemoteControlConsentedV1(
                                e.sessionId(), e.incidentId(), e.agentId(), e.byPersonId(), e.at())));
            case RemoteViewCodeIssued _, RemoteViewCodeRefused _, RemoteViewStarted _, RemoteViewEnded _ ->
                Optional.empty();
        };
    }
}
