package nl.waarborg.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DemoTenantsTest {

    private final DemoTenants tenants = DemoTenants.published();

    @Test
    void there_are_a_dozen_two_with_first_class_two_of_phocus() {
        var all = tenants.all();

        assertEquals(12, all.size());
        assertEquals(
                2,
                all.stream().filter(tenant -> tenant.firstClassFrom() != null).count());
        assertEquals(
                2,
                all.stream()
                        .filter(tenant -> tenant.preset().equals("PHOCUS_CLOUD"))
                        .count());
        assertEquals(
                10,
                all.stream()
                        .filter(tenant -> tenant.preset().equals("AFAS_SLA"))
                        .count());
        assertTrue(all.stream()
                .allMatch(tenant ->
                        tenant.provider().equals("phocus") == tenant.preset().equals("PHOCUS_CLOUD")));
    }

    @Test
    void every_tenant_has_incidents_in_the_published_log() {
        var seen = new HashSet<DemoTenant>();
        IncidentHistory.of(PublishedLog.rows(), tenants).forEach(incident -> seen.add(incident.tenant()));

        assertEquals(new HashSet<>(tenants.all()), seen);
    }

    @Test
    void an_unlisted_and_an_absent_location_have_a_tenant_too() {
        assertEquals("zandloper", tenants.at("Location 9999").key());
        assertEquals("zandloper", tenants.at(null).key());
        assertEquals("linde", tenants.at("Location 204").key());
    }

    @Test
    void first_class_is_active_before_the_log_begins_and_was_registered_the_month_before() {
        var linde = tenants.at("Location 204");

        assertTrue(linde.isFirstClassOn(LocalDate.parse("2016-02-29")));
        assertEquals(LocalDate.parse("2015-02-01"), linde.firstClassFrom());
        assertEquals(LocalDate.parse("2015-01-15"), Objects.requireNonNull(linde.firstClassRegisteredOn()));
    }
}
