package nl.waarborg.incident;

import java.util.List;
import nl.waarborg.eventsourcing.inbound.ConsumedEventsSpecification;
import nl.waarborg.incident.investigationcopy.automation.BackupEvent;
import nl.waarborg.incident.mail.projection.MigrationNews;
import nl.waarborg.incident.notice.automation.BreachEvent;
import nl.waarborg.incident.notice.projection.AvailabilityEvent;
import nl.waarborg.incident.notice.projection.RecoveryEvent;
import nl.waarborg.incident.systemuser.projection.AccessCauseEvent;
import nl.waarborg.tenants.TenantEvent;
import org.junit.jupiter.api.Test;

class ConsumedEventsTest {

    @Test
    void every_example_of_what_others_publish_is_read() {
        ConsumedEventsSpecification.verify(List.of(
                TenantEvent.TYPES,
                AccessCauseEvent.TYPES,
                BackupEvent.TYPES,
                AvailabilityEvent.TYPES,
                RecoveryEvent.TYPES,
                BreachEvent.TYPES,
                MigrationNews.TYPES));
    }
}
