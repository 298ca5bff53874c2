package nl.waarborg.processoragreement.agreement.api;

import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/** What other systems may post about an agreement; business time is the event's time. */
public final class PostedAgreementTypes {

    private static final String PREFIX = "nl.waarborg.processor-agreement.";

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements;
    private final CommandFacts facts;

    public PostedAgreementTypes(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> agreements, CommandFacts facts) {
        this.agreements = agreements;
        this.facts = facts;
    }

    /** First Class needs no data beyond the event's time. */
    record Nothing() {}

    /** @param statedDate last day of the licence; null for the last before the next invoice period */
    record CancelLicenceData(@Nullable LocalDate statedDate) {}

    public List<PostedType<?>> all() {
        return List.of(
                type(
                        "change-terms.v1",
                        Requests.Change.class,
                        (data, at) -> data.command(at.occurredAt(), facts::knows)),
                type("subscribe-first-class.v1", Nothing.class, (data, at) -> new SubscribeFirstClass(at.occurredAt())),
                type("cancel-first-class.v1", Nothing.class, (data, at) -> new CancelFirstClass(at.occurredAt())),
                type("change-licence.v1", Requests.LicenceChange.class, (data, at) -> data.command()),
                type("record-invoice.v1", Requests.Invoice.class, (data, at) -> data.command()),
                type("choose-exit-option.v1", Requests.ExitChoice.class, (data, at) -> data.command(at.occurredAt())),
                type("extend-agreement.v1", Requests.Extension.class, (data, at) -> data.command()),
                PostedType.of(
                        PREFIX + "cancel-licence.v1",
                        CancelLicenceData.class,
                        (tenant, posted) -> Agreement.stream(tenant),
                        (stream, context, posted) -> CommandFacts.withinCalendar(() -> agreements.handle(
                                stream,
                                context,
                                facts.cancelLicence(context.tenant(), posted.statedDate(), context.occurredAt())))),
                PostedType.of(
                        PREFIX + "terminate-agreement.v1",
                        Requests.Termination.class,
                        (tenant, posted) -> Agreement.stream(tenant),
                        (stream, context, posted) -> agreements.handle(
                                stream,
                                context,
                                state -> facts.terminate(context.tenant(), posted, state, context.occurredAt()))));
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
