package nl.waarborg.incident.systemuser.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.eventsourcing.Reaction;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Automation;
import nl.waarborg.incident.projection.KnownIncidents;
import nl.waarborg.incident.projection.KnownIncidents.KnownIncident;
import nl.waarborg.incident.systemuser.SystemUserSettings;
import nl.waarborg.incident.systemuser.domain.AccessCause;
import nl.waarborg.incident.systemuser.domain.BlockReason;
import nl.waarborg.incident.systemuser.domain.SystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.BlockSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.ExpireSystemUserAccess;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessCommand.GrantBySupportPlus;
import nl.waarborg.incident.systemuser.domain.SystemUserAccessEvent;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent.ConductCertificateRecorded;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent.ProjectClosed;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent.ServiceRequestClosed;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent.ServiceRequested;
import nl.waarborg.incident.systemuser.projection.AccessFacts;
import nl.waarborg.incident.systemuser.projection.AccessOfIncidentsProjection;
import nl.waarborg.incident.systemuser.projection.SystemUserAccessProjection;
import nl.waarborg.incident.systemuser.storage.SystemUserEventTypes;

/** Grants by Support+ when there is a cause, and blocks when the cause is closed (INC-054 to INC-057). */
@ApplicationScoped
public class AccessCare implements Automation<AccessCauseEvent> {

    private final CommandHandler<SystemUserAccessCommand, SystemUserAccess, SystemUserAccessEvent> accesses;
    private final AccessFacts facts;
    private final KnownIncidents incidents;
    private final SystemUserSettings settings;

    public AccessCare(
            CommandHandler<SystemUserAccessCommand, SystemUserAccess, SystemUserAccessEvent> accesses,
            AccessFacts facts,
            KnownIncidents incidents,
            SystemUserSettings settings) {
        this.accesses = accesses;
        this.facts = facts;
        this.incidents = incidents;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "when-cause-changed-then-grant-or-block-access";
    }

    @Override
    public void react(RecordedEvent<AccessCauseEvent> recorded, CommandContext context) {
        switch (recorded.event()) {
            case ServiceRequested e when e.employeeId() != null -> grant(e, e.employeeId(), context);
            case ServiceRequested _ -> {}
            case ServiceRequestClosed e -> block(e.requestId(), BlockReason.SERVICE_REQUEST_CLOSED, context);
            case ProjectClosed e -> block(e.projectId(), BlockReason.PROJECT_CLOSED, context);
            case ConductCertificateRecorded _ -> {} // a fact of later grants
        }
    }

    private void grant(ServiceRequested e, UUID employee, CommandContext context) {
        var type = e.service().equals("CONSULTANCY") ? AccessCause.Type.CONSULTANCY : AccessCause.Type.SERVICE_REQUEST;
        var cause = new AccessCause(type, e.requestId());
        var stream = SystemUserEventTypes.access(context.tenant(), cause, employee);
        accesses.handle(
                stream,
                context,
                new GrantBySupportPlus(
                        stream.id(),
                        cause,
                        employee,
                        e.environmentId(),
                        facts.supportPlusActive(context.tenant(), context.occurredAt()),
                        facts.certificateRecorded(employee, context.occurredAt()),
                        true,
                        settings.maximumDuration(),
                        context.occurredAt()));
    }

    private void block(UUID cause, BlockReason reason, CommandContext context) {
        for (var access : facts.live(context.tenant(), cause)) {
            accesses.handle(
                    SystemUserEventTypes.access(access),
                    context.distinguishedBy(access.toString()),
                    new BlockSystemUserAccess(access, reason, context.occurredAt()));
        }
    }

    public List<DeadlineHandler> reactions() {
        return List.of(
                new Reaction(AccessOfIncidentsProjection.GRANT, this::grantForIncident),
                new Reaction(
                        AccessOfIncidentsProjection.BLOCK,
                        due -> run(
                                due,
                                new BlockSystemUserAccess(
                                        due.stream().id(), BlockReason.valueOf(due.key()), due.due()))),
                new Reaction(
                        SystemUserAccessProjection.EXPIRE,
                        due -> run(due, new ExpireSystemUserAccess(due.stream().id(), due.due()))));
    }

    /** The deadline's key is incident/employee. */
    private void grantForIncident(Deadline due) {
        var separator = due.key().indexOf('/');
        var incident = UUID.fromString(due.key().substring(0, separator));
        var employee = UUID.fromString(due.key().substring(separator + 1));
        var known = incidents.of(due.tenant(), incident);
        run(
                due,
                new GrantBySupportPlus(
                        due.stream().id(),
                        new AccessCause(AccessCause.Type.INCIDENT, incident),
                        employee,
                        known.map(KnownIncident::environment).orElse(null),
                        facts.supportPlusActive(due.tenant(), due.due()),
                        facts.certificateRecorded(employee, due.due()),
                        known.filter(KnownIncident::open).isPresent(),
                        settings.maximumDuration(),
                        due.due()));
    }

    private void run(Deadline due, SystemUserAccessCommand command) {
        accesses.handle(due.stream(), CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()), command);
    }
}
