package nl.waarborg.processoragreement.agreement.publication;

import java.util.Optional;
import nl.waarborg.eventsourcing.Publication;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;

/** What leaves processor-agreement-service. */
public final class AgreementPublication implements Publication {

    @Override
    public Optional<PublishedEvent> of(RecordedEvent<?> recorded) {
        return recorded.event() instanceof AgreementEvent event
                ? PublishedAgreementEvent.from(recorded.stream().id(), event)
                : Optional.empty();
    }
}
