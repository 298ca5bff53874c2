package nl.waarborg.processoragreement.disposition.automation;

import java.time.Instant;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.Automation;
import nl.waarborg.eventsourcing.inbound.Subscription;
import nl.waarborg.processoragreement.disposition.domain.Disposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.RecordServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;

/** A service destroyed its key of the customer; with the last one's answer the erasure is certified (PRA-058, PRA-061). */
public final class WhenServiceErasedThenRecord implements Automation<WhenServiceErasedThenRecord.TenantErased> {

    /** What is read here of a service's answer, and no more. */
    public record TenantErased(UUID erasureId, Instant erasedAt, ReadBack readBack) {

        record ReadBack(long events, long protectedValues, long rows, long published) {}
    }

    private final String service;
    private final CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions;

    private WhenServiceErasedThenRecord(
            String service, CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions) {
        this.service = service;
        this.dispositions = dispositions;
    }

    /** @param service short name, such as {@code incident} */
    public static Subscription<TenantErased> of(
            String service, CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions) {
        return Subscription.to(
                        service,
                        "erasure-by-" + service,
                        new EventTypes<>("erasure-by-" + service, TenantErased.class)
                                .type("nl.waarborg.%s.tenant-erased.v1".formatted(service), TenantErased.class))
                .automate(new WhenServiceErasedThenRecord(service, dispositions));
    }

    @Override
    public String name() {
        return "when-%s-erased-then-record".formatted(service);
    }

    @Override
    public void react(RecordedEvent<TenantErased> event, CommandContext context) {
        var answer = event.event();
        var seen = answer.readBack();
        dispositions.handle(
                Disposition.stream(event.tenant()),
                context.distinguishedBy(name()),
                new RecordServiceErased(
                        answer.erasureId(),
                        new ServiceErased(
                                service,
                                answer.erasedAt(),
                                seen.events(),
                                seen.protectedValues(),
                                seen.rows(),
                                seen.published()),
                        event.occurredAt()));
    }
}
