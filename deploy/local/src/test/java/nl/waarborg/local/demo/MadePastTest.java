package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.local.demo.Customers.Concluded;
import org.junit.jupiter.api.Test;

/** What the demo posts of incidents and of the breach, before any service sees it. */
class MadePastTest {

    private static final Instant END = Instant.parse("2026-11-22T10:00:00Z");

    private final List<Concluded> customers = DemoTenants.published().all().stream()
            .map(tenant -> new Concluded(
                    tenant,
                    UUID.nameUUIDFromBytes(tenant.key().getBytes(UTF_8)),
                    UUID.nameUUIDFromBytes(tenant.reference().getBytes(UTF_8)),
                    false))
            .toList();
    private final RecentIncidents recent = new RecentIncidents(customers, END);

    @Test
    void every_event_keeps_its_contract_and_the_same_end_makes_the_same_events() {
        var json = new ObjectMapper();
        for (var event : recent.events()) {
            assertEquals(List.of(), Contract.of(event.type()).faults(json.valueToTree(event.data())), event.id());
        }
        var breach = DemoBreach.report(customers.getFirst(), customers.getLast(), END);
        assertEquals(List.of(), Contract.of(breach.type()).faults(json.valueToTree(breach.data())));
        assertEquals(recent.events(), new RecentIncidents(customers, END).events());
    }

    @Test
    void incidents_are_told_under_ids_of_their_own_and_handled_before_the_month_is_over() {
        var ids = new HashSet<String>();
        for (var event : recent.events()) {
            assertTrue(ids.add(event.id()), event.id());
            assertFalse(event.time().isAfter(END), event.id());
        }
        assertEquals(51, ids.size());
        recent.events().stream()
                .filter(event -> event.type().endsWith("handle.v1"))
                .forEach(event -> assertTrue(
                        event.data()
                                .get("number")
                                .toString()
                                .startsWith(
                                        "DEMO-" + YearMonth.from(event.time().atZone(IncidentLog.ZONE))),
                        event.id()));
    }

    @Test
    void only_customers_with_first_class_have_months_to_report_on() {
        assertTrue(recent.reporting().stream()
                .allMatch(customer -> customer.tenant().firstClassFrom() != null));
    }
}
