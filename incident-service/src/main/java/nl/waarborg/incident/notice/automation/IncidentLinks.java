package nl.waarborg.incident.notice.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.incident.incident.Incidents;
import nl.waarborg.incident.incident.domain.IncidentCommand.LinkIncident;
import nl.waarborg.incident.incident.domain.Related;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.incident.notice.projection.ServiceNotices;
import nl.waarborg.incident.projection.KnownIncidents;

/** Keeps the links of incidents up to date with what others say. */
@ApplicationScoped
public class IncidentLinks {

    private final Incidents incidents;
    private final KnownIncidents known;
    private final ServiceNotices notices;

    IncidentLinks(Incidents incidents, KnownIncidents known, ServiceNotices notices) {
        this.incidents = incidents;
        this.known = known;
        this.notices = notices;
    }

    public List<DeadlineHandler> reactions() {
        return List.of(new Reaction(ServiceNotices.LOOK, this::look));
    }

    private void look(Deadline due) {
        notices.matter(UUID.fromString(due.key()))
                .ifPresent(matter -> incidents.handle(
                        due.stream(),
                        CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()),
                        new LinkIncident(matter, due.due())));
    }

    /** Nothing happens if the tenant has no such incident. */
    void link(UUID incident, Related related, CommandContext context) {
        if (known.of(context.tenant(), incident).isEmpty()) {
            return;
        }
        incidents.handle(
                IncidentEventTypes.stream(incident),
                context.distinguishedBy("link/" + incident),
                new LinkIncident(related, context.occurredAt()));
    }
}
