package nl.waarborg.processoragreement;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import org.eclipse.microprofile.config.ConfigProvider;

/** Customers as tests need them, made through the running service, and the mails that reach them. */
final class Customers {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Customers() {}

    record Customer(UUID agreement, UUID tenant, String provider) {

        String path() {
            return "/api/v1/agreements/" + agreement;
        }

        RequestSpecification as(Role role) {
            return Customers.as(role, provider, tenant);
        }

        Identity staff(Role role) {
            return Identity.of(role, provider, null);
        }

        Identity person(Role role) {
            return Identity.of(role, provider, tenant);
        }
    }

    /** With 120 users, and one contact of the agreement: contact-{reference}@example.org. */
    static Customer conclude(String provider, String reference, String preset, String concludedOn) {
        var contact = Map.<String, Object>of(
                "name",
                "Example Contact",
                "email",
                "contact-" + reference + "@example.org",
                "roles",
                List.of("AGREEMENT_CONTACT"));
        return conclude(provider, reference, preset, Map.of(), concludedOn, List.of(contact));
    }

    static Customer afas(Map<String, String> deviations) {
        return concluded("afas", "AFAS_SLA", deviations, List.of(contact("AGREEMENT_CONTACT")));
    }

    /** Without contacts. */
    static Customer phocus(Map<String, String> deviations) {
        return concluded("phocus", "PHOCUS_CLOUD", deviations, List.of());
    }

    static Customer concluded(
            String provider, String preset, Map<String, String> deviations, List<Map<String, Object>> contacts) {
        return conclude(provider, UUID.randomUUID().toString(), preset, deviations, "2024-01-01", contacts);
    }

    private static Customer conclude(
            String provider,
            String reference,
            String preset,
            Map<String, String> deviations,
            String concludedOn,
            List<Map<String, Object>> contacts) {
        var answer = as(Role.AGREEMENT_MANAGER, provider, null)
                .body(Map.of(
                        "reference",
                        reference,
                        "name",
                        "Customer of " + reference,
                        "preset",
                        preset,
                        "deviations",
                        deviations,
                        "concludedOn",
                        concludedOn,
                        "licence",
                        Map.of("type", "ERP", "users", 120, "employees", 450, "environments", 3, "returns", 4),
                        "contacts",
                        contacts))
                .post("/api/v1/agreements")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Customer(
                UUID.fromString(answer.getString("agreementId")),
                UUID.fromString(answer.getString("tenantId")),
                provider);
    }

    static Map<String, Object> contact(String... roles) {
        return Map.of("name", "Example Contact", "email", UUID.randomUUID() + "@example.org", "roles", List.of(roles));
    }

    /** An entry of the register that affects one customer. */
    static UUID securityIncident(String provider, UUID tenant) {
        return UUID.fromString(as(Role.SECURITY_OFFICER, provider, null)
                .body(Map.of(
                        "type",
                        "SECURITY",
                        "discoveredAt",
                        Instant.now().minusSeconds(60).toString(),
                        "affectedTenants",
                        List.of(tenant),
                        "description",
                        "An export went to the wrong recipient"))
                .post("/api/v1/security-incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("securityIncidentId"));
    }

    /** A supplier of a vendor. */
    static UUID subprocessor(String provider) {
        return UUID.fromString(as(Role.AGREEMENT_MANAGER, provider, null)
                .body(Map.of(
                        "name",
                        "Supplier " + UUID.randomUUID(),
                        "kind",
                        "SUBPROCESSOR",
                        "purpose",
                        "Data centres",
                        "locations",
                        List.of(Map.of("place", "Haarlem", "country", "NL", "insideEea", true)),
                        "certificates",
                        List.of(Map.of("standard", "ISO 27001")),
                        "agreementRef",
                        "LW-1"))
                .post("/api/v1/subprocessors")
                .then()
                .statusCode(201)
                .extract()
                .path("subprocessorId"));
    }

    /** The vendor's people see all its tenants; the customer's the one. */
    static RequestSpecification as(Role role, String provider, UUID tenant) {
        return as(Identity.of(role, provider, role.side() == Role.Side.CUSTOMER ? tenant : null));
    }

    static RequestSpecification as(Identity identity) {
        return given().contentType(ContentType.JSON).auth().oauth2(ServiceSurroundings.token(identity));
    }

    /** Everything that the mail server accepted, decoded. */
    static List<String> mails() {
        var directory = Path.of(ConfigProvider.getConfig().getValue(ServiceSurroundings.MAILS, String.class));
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).map(Customers::mail).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that quoted-printable broke are joined again. */
    private static String mail(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replaceAll("=\\r?\\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
