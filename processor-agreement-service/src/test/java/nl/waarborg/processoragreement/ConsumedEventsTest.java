package nl.waarborg.processoragreement;

import java.util.List;
import nl.waarborg.eventsourcing.inbound.ConsumedEventsSpecification;
import nl.waarborg.processoragreement.access.projection.SupportAccessEvent;
import nl.waarborg.processoragreement.fairuse.automation.MisuseNews;
import nl.waarborg.processoragreement.securityincident.automation.LoginEvent;
import nl.waarborg.publishedcalendars.CalendarEvent;
import org.junit.jupiter.api.Test;

class ConsumedEventsTest {

    @Test
    void every_example_of_what_is_consumed_can_be_read() {
        ConsumedEventsSpecification.verify(
                List.of(CalendarEvent.TYPES, LoginEvent.TYPES, MisuseNews.TYPES, SupportAccessEvent.TYPES));
    }
}
