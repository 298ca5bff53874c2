package nl.waarborg.local.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The published tables {@code demo/tenants.csv} and {@code demo/locations.csv}: the customers, and which location is whose. */
final class DemoTenants {

    private static final String ANY_OTHER = "*";

    private final Map<String, DemoTenant> tenants;
    private final Map<String, DemoTenant> byLocation;

    private DemoTenants(Map<String, DemoTenant> tenants, Map<String, DemoTenant> byLocation) {
        this.tenants = tenants;
        this.byLocation = byLocation;
    }

    static DemoTenants published() {
        var tenants = new LinkedHashMap<String, DemoTenant>();
        for (var tenant : Table.resource(
                "tenants.csv", List.of("key", "reference", "name", "provider", "preset"), DemoTenants::tenant)) {
            tenants.put(tenant.key(), tenant);
        }
        var byLocation = new LinkedHashMap<String, DemoTenant>();
        Table.resource(
                "locations.csv",
                List.of("location", "tenant"),
                row -> byLocation.put(
                        row.required("location", "a location of the log, or *", location -> location),
                        row.required("tenant", "a key of tenants.csv", tenants::get)));
        if (!byLocation.containsKey(ANY_OTHER)) {
            throw new IncidentLogException("locations.csv has no line for any other location: *");
        }
        return new DemoTenants(tenants, byLocation);
    }

    private static DemoTenant tenant(Table.Row row) {
        var since = row.optional("first_class_from");
        return new DemoTenant(
                row.required("key", "a short name", key -> key),
                row.required("reference", "the agreement's number", reference -> reference),
                row.required("name", "the organisation", name -> name),
                row.required("provider", "the vendor", provider -> provider),
                row.required("preset", "AFAS_SLA or PHOCUS_CLOUD", preset -> preset),
                since == null ? null : row.required("first_class_from", "a first of a month", LocalDate::parse),
                row.required("users", "the number of users", Integer::valueOf));
    }

    List<DemoTenant> all() {
        return List.copyOf(tenants.values());
    }

    DemoTenant at(@Nullable String location) {
        var any = Objects.requireNonNull(byLocation.get(ANY_OTHER));
        return location == null ? any : byLocation.getOrDefault(location, any);
    }
}
