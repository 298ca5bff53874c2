package nl.waarborg.eventsourcing.erasure;

import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.erasure.WhenErasureConfirmedThenBegin.ErasureConfirmed;
import nl.waarborg.eventsourcing.erasure.domain.Erasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand.BeginErasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent;
import nl.waarborg.eventsourcing.inbound.Automation;

/** The customer's choice was confirmed: every service makes its part of the tenant's data unreadable. */
final class WhenErasureConfirmedThenBegin implements Automation<ErasureConfirmed> {

    /** The published confirmation, as far as it is read here. */
    record ErasureConfirmed(java.util.UUID erasureId) {}

    static final EventTypes<ErasureConfirmed> TYPES = new EventTypes<>("erasure", ErasureConfirmed.class)
            .type("nl.waarborg.processor-agreement.tenant-erasure-confirmed.v1", ErasureConfirmed.class);

    private final CommandHandler<ErasureCommand, Erasure, ErasureEvent> commands;

    WhenErasureConfirmedThenBegin(CommandHandler<ErasureCommand, Erasure, ErasureEvent> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "begin-erasure";
    }

    @Override
    public void react(RecordedEvent<ErasureConfirmed> event, CommandContext context) {
        commands.handle(
                Erasure.stream(event.tenant()),
                context.distinguishedBy(name()),
                new BeginErasure(event.event().erasureId(), event.occurredAt()));
    }
}
