package nl.waarborg.processoragreement.fairuse.automation;

import java.time.Instant;
import java.time.LocalDate;
import nl.waarborg.eventsourcing.EventTypes;

/** What is read here of availability-service's published events, and no more. */
public sealed interface MisuseNews {

    EventTypes<MisuseNews> TYPES = new EventTypes<>("availability", MisuseNews.class)
            .type("nl.waarborg.availability.misuse-signalled.v1", MisuseSignalled.class);

    /** @param day local, in Amsterdam */
    record MisuseSignalled(LocalDate day, String subject, long attempts, long failed, Instant signalledAt)
            implements MisuseNews {}
}
