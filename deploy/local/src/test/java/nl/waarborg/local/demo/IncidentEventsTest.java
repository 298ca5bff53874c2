package nl.waarborg.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import org.junit.jupiter.api.Test;

class IncidentEventsTest {

    private static final UUID TENANT = UUID.fromString("018f2f3c-0000-7000-8000-000000000001");

    private final List<PostedEvent> events = IncidentHistory.of(PublishedLog.rows(), DemoTenants.published()).stream()
            .flatMap(incident -> IncidentEvents.of(incident, TENANT).stream())
            .toList();

    @Test
    void every_event_of_the_published_log_keeps_its_contract() {
        var json = new ObjectMapper();
        for (var event : events) {
            assertEquals(List.of(), Contract.of(event.type()).faults(json.valueToTree(event.data())), event.id());
        }
    }

    @Test
    void ids_are_the_number_and_the_row_and_never_twice_the_same() {
        var ids = new HashSet<String>();
        events.forEach(event -> assertTrue(ids.add(event.id()), event.id()));

        assertTrue(ids.contains("INC0000045/1"));
        assertTrue(ids.stream().allMatch(id -> id.matches("INC\\d{7}/\\d+(/[2-9])?")));
    }

    @Test
    void the_same_log_makes_the_same_events() {
        var again = IncidentHistory.of(PublishedLog.rows(), DemoTenants.published()).stream()
                .flatMap(incident -> IncidentEvents.of(incident, TENANT).stream())
                .toList();

        assertEquals(events, again);
    }

    @Test
    void a_caller_is_one_person_of_its_customer() {
        var other = UUID.fromString("018f2f3c-0000-7000-8000-000000000002");

        assertEquals(DemoPerson.caller(TENANT, "Caller 1"), DemoPerson.caller(TENANT, "Caller 1"));
        assertTrue(!DemoPerson.caller(TENANT, "Caller 1")
                .id()
                .equals(DemoPerson.caller(other, "Caller 1").id()));
        assertTrue(DemoPerson.caller(TENANT, "Caller 1").mail().endsWith(".caller.1@example.com"));
    }

    @Test
    void a_structured_cloud_event_is_marked_as_history() {
        var event = events.getFirst().asCloudEvent("urn:demo:tickets", true);

        var expected = new HashMap<String, Object>();
        expected.put("specversion", "1.0");
        expected.put("id", "INC0000045/1");
        expected.put("source", "urn:demo:tickets");
        expected.put("type", "nl.waarborg.incident.raise.v1");
        expected.put("time", "2016-02-29T00:23:00Z");
        expected.put("tenantid", TENANT.toString());
        expected.put("historic", true);
        expected.put("datacontenttype", "application/json");
        expected.put("data", events.getFirst().data());
        assertEquals(expected, event);
    }
}
