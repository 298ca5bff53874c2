package nl.waarborg.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.local.demo.Customers.Concluded;

/** The vendors' made suppliers by {@code demo/suppliers.csv}: some process data, some are announced, to one of these a customer objects. */
final class DemoSuppliers {

    private static final String REGISTER = "/api/v1/subprocessors";
    private static final String OBJECTED_TO = "Beeldlezer B.V. (demo)";
    private static final String OBJECTION =
            "Op onze bonnen staan gegevens van leerlingen. Wij willen niet dat een andere partij die leest.";

    private final AgreementDesk desk;
    private final Instant end;

    DemoSuppliers(AgreementDesk desk, Instant end) {
        this.desk = desk;
        this.end = end;
    }

    /** What is in the register already stays as it is. */
    void tell(Concluded objector, PrintStream out) {
        var rows = Table.resource("suppliers.csv", List.of("provider", "name", "places", "certificates"), row -> row);
        rows.forEach(this::tell);
        var manager = manager(objector.tenant().provider());
        var disputed = find(OBJECTED_TO, manager).orElseThrow();
        var objections = REGISTER + '/' + id(disputed) + "/objections";
        var privacyContact = objector.as(Role.PRIVACY_CONTACT);
        if (desk.get(objections, privacyContact).isEmpty()) {
            desk.post(objections, privacyContact, Map.of("text", OBJECTION));
        }
        out.printf(
                "Suppliers: %d (made ones) with regions and certificates. %s may process data from %s on, unless the board decides otherwise on the objection of %s.%n",
                rows.size(),
                OBJECTED_TO,
                LocalDate.ofInstant(Instant.parse(disputed.path("earliestStart").asText()), IncidentLog.ZONE),
                objector.tenant().key());
    }

    private void tell(Table.Row row) {
        var manager = manager(row.text("provider"));
        var supplier =
                id(find(row.text("name"), manager).orElseGet(() -> desk.post(REGISTER, manager, registration(row))));
        // Each of these changes nothing where it was done before.
        var announced = row.optional("announced_days_ago");
        if (announced != null) {
            desk.post(
                    REGISTER + '/' + supplier + "/announcement",
                    manager.withHistory(),
                    Map.of("at", daysAgo(announced), "historic", true));
        }
        var started = row.optional("started_days_ago");
        if (started != null) {
            desk.post(REGISTER + '/' + supplier + "/activation", manager, Map.of("at", daysAgo(started)));
        }
    }

    private Map<String, Object> registration(Table.Row row) {
        var validTo = LocalDate.ofInstant(end, IncidentLog.ZONE)
                .plusMonths(row.required("certified_months", "a number of months", Long::valueOf))
                .toString();
        var data = new LinkedHashMap<String, Object>();
        data.put("name", row.text("name"));
        data.put("kind", row.text("kind"));
        data.put("purpose", row.text("purpose"));
        data.put(
                "locations",
                row.texts("places").stream().map(DemoSuppliers::place).toList());
        data.put(
                "certificates",
                row.texts("certificates").stream()
                        .map(standard -> Map.of("standard", standard, "validTo", validTo))
                        .toList());
        data.put("agreementRef", row.text("agreement"));
        var agreedIn = row.optional("agreed_in");
        if (agreedIn != null) {
            data.put("agreedIn", agreedIn);
        }
        data.put("upstreamNotice", row.text("upstream_notice"));
        return data;
    }

    /** A place within the EEA and its country: {@code Zwolle NL}. */
    private static Map<String, Object> place(String written) {
        var space = written.lastIndexOf(' ');
        return Map.of("place", written.substring(0, space), "country", written.substring(space + 1), "insideEea", true);
    }

    private Optional<JsonNode> find(String name, Identity manager) {
        for (var supplier : desk.get(REGISTER + "?limit=500", manager).path("items")) {
            if (supplier.path("supplier").path("name").asText().equals(name)) {
                return Optional.of(supplier);
            }
        }
        return Optional.empty();
    }

    private static String id(JsonNode supplier) {
        return supplier.path("subprocessorId").asText();
    }

    private String daysAgo(String days) {
        return end.minus(Duration.ofDays(Long.parseLong(days))).toString();
    }

    private static Identity manager(String provider) {
        return Identity.of(Role.AGREEMENT_MANAGER, provider, null);
    }
}
