package nl.waarborg.incident.notice.automation;

import jakarta.enterprise.context.ApplicationScoped;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Automation;
import nl.waarborg.incident.incident.domain.Related;
import nl.waarborg.incident.incident.domain.RelatedKind;

/** Links without content and tells nobody: the register informs whom it must (catalogue 6). */
@ApplicationScoped
public class WhenBreachDetectedThenLinkIncidents implements Automation<BreachEvent> {

    private final IncidentLinks links;

    WhenBreachDetectedThenLinkIncidents(IncidentLinks links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "when-breach-detected-then-link-incidents";
    }

    @Override
    public void react(RecordedEvent<BreachEvent> recorded, CommandContext context) {
        var breach = recorded.event();
        var related = new Related(RelatedKind.BREACH, breach.securityIncidentId(), null, null);
        breach.relatedIncidents().forEach(incident -> links.link(incident, related, context));
    }
}
