package nl.waarborg.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.local.LocalPartException;
import nl.waarborg.local.Role;
import nl.waarborg.local.demo.Customers.Concluded;

/**
 * A made security incident that is a breach under way, discovered some hours before the demo was told first: one customer heard of it in
 * phases and knows part of what it must, another one is still to be told.
 */
final class DemoBreach {

    static final String TYPE = "nl.waarborg.processor-agreement.register-security-incident.v1";

    private static final String REGISTER = "/api/v1/security-incidents/";
    private static final Duration OCCURRED = Duration.ofHours(9);
    private static final Duration DISCOVERED = Duration.ofHours(5);
    private static final Duration REGISTERED = Duration.ofHours(4);
    private static final Duration INFORMED = Duration.ofHours(3);

    private final AgreementDesk desk;
    private final Instant end;

    DemoBreach(AgreementDesk desk, Instant end) {
        this.desk = desk;
        this.end = end;
    }

    /** What was reported and told already stays as it is; answers the incident. */
    UUID tell(Concluded informed, Concluded waiting, PrintStream out) {
        List.of(informed, waiting).forEach(this::nameContact);
        var provider = informed.tenant().provider();
        var incident = desk.report(
                report(informed, waiting, end), provider, "urn:waarborg:demo:security-monitoring:" + provider);
        inform(incident, informed);
        out.printf(
                "A data breach (made), discovered %s: %s was told of it in two phases, %s is to be told by %s.%n",
                local(end.minus(DISCOVERED)),
                informed.tenant().key(),
                waiting.tenant().key(),
                local(deadline(incident, waiting)));
        return incident;
    }

    /** Whom the terms name as the one who hears of it. */
    private void nameContact(Concluded customer) {
        var administrator = customer.as(Role.ADMINISTRATOR);
        var person = DemoPerson.of(
                customer.as(Role.PRIVACY_CONTACT).person(), customer.tenant().key());
        desk.put(
                "/api/v1/tenants/%s/contacts/%s".formatted(customer.id(), person.id()),
                administrator,
                Map.of(
                        "name", person.name(),
                        "email", person.mail(),
                        "roles", List.of("PRIVACY_CONTACT"),
                        "language", "NL"));
    }

    /** What the vendor's monitoring reports. */
    static PostedEvent report(Concluded informed, Concluded waiting, Instant end) {
        return new PostedEvent(
                "security-incident/payslips",
                TYPE,
                PlatformHistory.PLATFORM,
                end.minus(REGISTERED),
                Map.of(
                        "provider", informed.tenant().provider(),
                        "reference", "DEMO-SI-1",
                        "type", "SECURITY",
                        "occurredAt", end.minus(OCCURRED).toString(),
                        "discoveredAt", end.minus(DISCOVERED).toString(),
                        "affectedTenants", List.of(informed.id(), waiting.id()),
                        "description", "Loonstroken waren enkele uren op te vragen via een oude koppeling"));
    }

    private void inform(UUID incident, Concluded customer) {
        var officer = customer.vendor(Role.SECURITY_OFFICER);
        var path = REGISTER + incident + "/tenants/" + customer.id();
        var breach = breach(incident, customer);
        if (!breach.has("informedAt")) {
            desk.post(
                    path + "/notice",
                    officer,
                    Map.of(
                            "informedAt", end.minus(INFORMED).toString(),
                            "content",
                                    Map.of(
                                            "nature", "Loonstroken waren zonder inloggen op te vragen",
                                            "occurredAt", end.minus(OCCURRED).toString(),
                                            "detectedAt", end.minus(DISCOVERED).toString())));
        }
        if (!breach.path("content").hasNonNull("measures")) {
            desk.post(
                    path + "/supplements",
                    officer,
                    Map.of(
                            "cause", "MEASURES",
                            "text", "De koppeling is afgesloten. Wij onderzoeken wie er gebruik van maakte.",
                            "content",
                                    Map.of(
                                            "measures",
                                                    "De oude koppeling is afgesloten en haar sleutels zijn vervangen",
                                            "dataCategories", "Namen, adressen, burgerservicenummers en lonen")));
        }
        if (!breach.has("assessedAt")) {
            desk.post(
                    path + "/assessment",
                    customer.as(Role.PRIVACY_CONTACT),
                    Map.of("isBreach", true, "reportNeeded", true, "reasons", "Er staan burgerservicenummers op"));
        }
    }

    private JsonNode breach(UUID incident, Concluded customer) {
        var shown = desk.get(REGISTER + incident, customer.vendor(Role.SECURITY_OFFICER));
        return ofTenant(shown.path("affected"), customer);
    }

    private Instant deadline(UUID incident, Concluded customer) {
        var officer = customer.vendor(Role.SECURITY_OFFICER);
        var clock = ofTenant(desk.get(REGISTER + incident + "/clocks", officer), customer);
        return Instant.parse(clock.path("deadline").asText());
    }

    private static JsonNode ofTenant(JsonNode rows, Concluded customer) {
        for (var row : rows) {
            if (row.path("tenantId").asText().equals(customer.id().toString())) {
                return row;
            }
        }
        throw new LocalPartException("%s is not among those that the breach affects: %s"
                .formatted(customer.tenant().key(), rows));
    }

    private static String local(Instant at) {
        return DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH).format(at.atZone(IncidentLog.ZONE));
    }
}
