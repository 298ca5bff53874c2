package nl.waarborg.processoragreement;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;

/** Customers as tests need them, made through the running service. */
final class Customers {

    private Customers() {}

    record Customer(UUID agreement, UUID tenant, String provider) {

        String path() {
            return "/api/v1/agreements/" + agreement;
        }

        RequestSpecification as(Role role) {
            return Customers.as(role, provider, tenant);
        }
    }

    /** With 120 users, and one contact of the agreement: contact-{reference}@example.org. */
    static Customer conclude(String provider, String reference, String preset, String concludedOn) {
        var answer = as(Role.AGREEMENT_MANAGER, provider, null)
                .body(Map.of(
                        "reference",
                        reference,
                        "name",
                        "Customer of " + reference,
                        "preset",
                        preset,
                        "concludedOn",
                        concludedOn,
                        "licence",
                        Map.of("type", "ERP", "users", 120, "employees", 450, "environments", 3, "returns", 4),
                        "contacts",
                        List.of(Map.of(
                                "name",
                                "Example Contact",
                                "email",
                                "contact-" + reference + "@example.org",
                                "roles",
                                List.of("AGREEMENT_CONTACT")))))
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

    /** The vendor's people see all its tenants; the customer's the one. */
    static RequestSpecification as(Role role, String provider, UUID tenant) {
        var identity = Identity.of(role, provider, role.side() == Role.Side.CUSTOMER ? tenant : null);
        return given().contentType(ContentType.JSON).auth().oauth2(ServiceSurroundings.token(identity));
    }
}
