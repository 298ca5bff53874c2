package nl.waarborg.incident.notice.automation;

import jakarta.enterprise.context.ApplicationScoped;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Automation;
import nl.waarborg.incident.incident.domain.Related;
import nl.waarborg.incident.incident.domain.RelatedKind;
import nl.waarborg.incident.notice.projection.RecoveryEvent;
import nl.waarborg.incident.notice.projection.RecoveryEvent.RestoreRequested;

/** A restore that was asked for in the follow-up of an incident stands in its dossier (INC-027). */
@ApplicationScoped
public class WhenRestoreRequestedThenLinkIncident implements Automation<RecoveryEvent> {

    private final IncidentLinks links;

    WhenRestoreRequestedThenLinkIncident(IncidentLinks links) {
        this.links = links;
    }

    @Override
    public String name() {
        return "when-restore-requested-then-link-incident";
    }

    @Override
    public void react(RecordedEvent<RecoveryEvent> recorded, CommandContext context) {
        if (recorded.event() instanceof RestoreRequested e && e.incidentId() != null) {
            links.link(e.incidentId(), new Related(RelatedKind.RESTORE, e.restoreId(), null, null), context);
        }
    }
}
