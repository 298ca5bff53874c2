package nl.waarborg.incident.investigationcopy.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
import nl.waarborg.incident.investigationcopy.CopySettings;
import nl.waarborg.incident.investigationcopy.automation.BackupEvent.EnvironmentCopyDeleted;
import nl.waarborg.incident.investigationcopy.automation.BackupEvent.EnvironmentCopyProvisioned;
import nl.waarborg.incident.investigationcopy.domain.DeletionCause;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopy;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.CancelDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.NoticeOverdueDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.OrderInvestigationCopyDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.RecordProvision;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyCommand.ScheduleDeletion;
import nl.waarborg.incident.investigationcopy.domain.InvestigationCopyEvent;
import nl.waarborg.incident.investigationcopy.projection.CopiesOfClosedIncidents;
import nl.waarborg.incident.investigationcopy.projection.InvestigationCopiesProjection;
import nl.waarborg.incident.investigationcopy.storage.InvestigationCopyEventTypes;
import nl.waarborg.incident.supportcalendar.projection.PublishedCalendars;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.clock.Deadlines;
import org.jspecify.annotations.Nullable;

/** Brings copies to their end in time: by the clock, by their incident and by backup-service's word (INC-050, INC-051). */
@ApplicationScoped
public class CopyCare implements Automation<BackupEvent> {

    private final CommandHandler<InvestigationCopyCommand, InvestigationCopy, InvestigationCopyEvent> copies;
    private final AgreedWithTenants tenants;
    private final PublishedCalendars calendars;
    private final CopySettings settings;

    public CopyCare(
            CommandHandler<InvestigationCopyCommand, InvestigationCopy, InvestigationCopyEvent> copies,
            AgreedWithTenants tenants,
            PublishedCalendars calendars,
            CopySettings settings) {
        this.copies = copies;
        this.tenants = tenants;
        this.calendars = calendars;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "when-copy-provisioned-or-deleted-then-record";
    }

    @Override
    public void react(RecordedEvent<BackupEvent> recorded, CommandContext context) {
        var copy = recorded.event().copyId();
        copies.handle(
                InvestigationCopyEventTypes.stream(copy),
                context,
                switch (recorded.event()) {
                    case EnvironmentCopyProvisioned e ->
                        new RecordProvision(
                                copy,
                                e.provisionedAt(),
                                after(recorded.tenant(), e.provisionedAt(), TermKey.INVESTIGATION_COPY_MAX_AGE),
                                settings.orderAhead());
                    case EnvironmentCopyDeleted e -> new RecordDeletion(copy, e.deletedAt(), recorded.id());
                });
    }

    public List<DeadlineHandler> reactions() {
        return List.of(
                new Reaction(
                        CopiesOfClosedIncidents.INCIDENT_CLOSED,
                        due -> run(
                                due,
                                new ScheduleDeletion(
                                        due.stream().id(),
                                        DeletionCause.valueOf(due.key()),
                                        due.due(),
                                        after(due.tenant(), due.due(), TermKey.INVESTIGATION_COPY_DELETE_AFTER_CLOSE),
                                        settings.orderAhead()))),
                new Reaction(
                        CopiesOfClosedIncidents.INCIDENT_REOPENED,
                        due -> run(due, new CancelDeletion(due.stream().id(), due.due()))),
                new Reaction(
                        InvestigationCopiesProjection.ORDER_DELETION,
                        due -> run(
                                due,
                                new OrderInvestigationCopyDeletion(due.stream().id(), due.due()))),
                new Reaction(
                        InvestigationCopiesProjection.NOTICE_OVERDUE,
                        due -> run(due, new NoticeOverdueDeletion(due.stream().id(), due.due()))));
    }

    private void run(Deadline due, InvestigationCopyCommand command) {
        copies.handle(due.stream(), CommandContext.of(due.tenant(), Actor.SCHEDULER, due.due()), command);
    }

    /** Null where the agreement has no such term: then no clock runs. */
    private @Nullable Instant after(UUID tenant, Instant start, TermKey key) {
        return tenants.of(tenant)
                .termsAt(start)
                .flatMap(terms -> terms.span(key).map(span -> {
                    var hours = AgreedCalendars.of(terms, id -> calendars.at(id, start))
                            .support()
                            .hours();
                    return Deadlines.of(terms, hours).after(start, span);
                }))
                .orElse(null);
    }
}
