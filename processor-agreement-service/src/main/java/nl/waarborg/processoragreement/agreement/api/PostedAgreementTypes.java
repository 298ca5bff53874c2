package nl.waarborg.processoragreement.agreement.api;

import java.util.List;
import java.util.function.BiFunction;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.SubscribeFirstClass;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;

/** What other systems may post about an agreement; business time is the event's time. */
public final class PostedAgreementTypes {

    private static final String PREFIX = "nl.waarborg.processor-agreement.";

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements;

    public PostedAgreementTypes(CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements) {
        this.agreements = agreements;
    }

    /** First Class needs no data beyond the event's time. */
    record Nothing() {}

    public List<PostedType<?>> all() {
        return List.of(
                type("change-terms.v1", Requests.Change.class, (data, at) -> data.command(at.occurredAt())),
                type("subscribe-first-class.v1", Nothing.class, (data, at) -> new SubscribeFirstClass(at.occurredAt())),
                type("cancel-first-class.v1", Nothing.class, (data, at) -> new CancelFirstClass(at.occurredAt())),
                type("change-licence.v1", Requests.LicenceChange.class, (data, at) -> data.command()),
                type("record-invoice.v1", Requests.Invoice.class, (data, at) -> data.command()),
                type("choose-exit-option.v1", Requests.ExitChoice.class, (data, at) -> data.command(at.occurredAt())),
                type("extend-agreement.v1", Requests.Extension.class, (data, at) -> data.command()),
                type(
                        "terminate-agreement.v1",
                        Requests.Termination.class,
                        (data, at) -> data.command(at.occurredAt())));
    }

    private <D extends Record> PostedType<D> type(
            String name, Class<D> data, BiFunction<D, CommandContext, AgreementCommand> command) {
        return PostedType.of(
                PREFIX + name,
                data,
                (tenant, posted) -> Agreement.stream(tenant),
                (stream, context, posted) -> agreements.handle(stream, context, command.apply(posted, context)));
    }
}
