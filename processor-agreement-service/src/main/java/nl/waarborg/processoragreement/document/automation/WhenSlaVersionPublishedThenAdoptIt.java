package nl.waarborg.processoragreement.document.automation;

import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.DeadlineHandler;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AdoptSlaVersion;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.document.projection.AnnouncedChanges;
import nl.waarborg.processoragreement.document.projection.AnnouncedChanges.Change;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsProjection;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Term.Origin;

/** A published version of the standard agreement becomes the terms of each customer, from its effective date on (XSV-004, OP-72). */
public final class WhenSlaVersionPublishedThenAdoptIt implements DeadlineHandler {

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements;
    private final AnnouncedChanges changes;

    public WhenSlaVersionPublishedThenAdoptIt(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements, AnnouncedChanges changes) {
        this.agreements = agreements;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return StandardDocumentsProjection.ADOPT_VERSION;
    }

    @Override
    public void due(Deadline deadline) {
        var version = Integer.parseInt(deadline.key());
        changes.change(deadline.tenant(), version)
                .ifPresent(change -> agreements.handle(
                        deadline.stream(),
                        CommandContext.of(deadline.tenant(), Actor.SCHEDULER, deadline.due()),
                        adopt(version, change)));
    }

    private static AdoptSlaVersion adopt(int version, Change change) {
        return new AdoptSlaVersion(
                version,
                change.terms().stream()
                        .map(term -> Deviation.read(term.key(), term.value(), term.clause(), Origin.SLA_VERSION))
                        .toList(),
                change.effectiveFrom(),
                change.statutory());
    }
}
