package nl.waarborg.processoragreement;

import static nl.waarborg.processoragreement.Customers.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

/** Organisation data through the running service. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class OrganisationIT {

    @Test
    @Rule("XSV-055")
    void a_customer_views_and_changes_its_own_organisation_and_contacts() {
        var customer = Customers.afas(Map.of());
        var path = "/api/v1/tenants/" + customer.tenant() + "/organisation";
        var administrator = customer.person(Role.ADMINISTRATOR);
        as(administrator)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("name", notNullValue())
                .body("data", nullValue());
        as(administrator)
                .body(Map.of("legalName", "Example Care Foundation", "phone", "+31 33 123 45 67"))
                .put(path)
                .then()
                .statusCode(204);
        as(administrator)
                .header("If-Match", "\"0\"")
                .body(Map.of("legalName", "Somebody else was first"))
                .put(path)
                .then()
                .statusCode(412);
        as(customer.staff(Role.SUPPORT_AGENT))
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("data.legalName", equalTo("Example Care Foundation"))
                .body("data.phone", equalTo("+31 33 123 45 67"))
                .body("changedBy", equalTo(administrator.person().toString()));
        as(administrator)
                .body(Map.of("legalName", "", "registrationNumber", "12", "email", "nowhere", "website", "ftp://x"))
                .put(path)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/legalName"))
                .body("errors.pointer", hasItem("/registrationNumber"))
                .body("errors.pointer", hasItem("/email"))
                .body("errors.pointer", hasItem("/website"));

        // Its contact persons stand on a list of their own.
        var contacts = "/api/v1/tenants/" + customer.tenant() + "/contacts";
        String contact = as(administrator)
                .body(Map.of(
                        "name", "Kim de Boer", "email", "kim@example.org", "roles", new String[] {"PRIVACY_CONTACT"}))
                .post(contacts)
                .then()
                .statusCode(201)
                .extract()
                .path("contactId");
        as(administrator).get(contacts).then().body("contactId", hasItem(contact));
    }

    @Test
    @Rule({"XSV-050", "XSV-055"})
    void nobody_else_sees_or_changes_it() {
        var customer = Customers.afas(Map.of());
        var path = "/api/v1/tenants/" + customer.tenant() + "/organisation";
        var body = Map.of("legalName", "Taken over");
        var stranger = Customers.afas(Map.of());
        as(stranger.person(Role.ADMINISTRATOR)).get(path).then().statusCode(404);
        as(stranger.person(Role.ADMINISTRATOR)).body(body).put(path).then().statusCode(404);
        as(Identity.of(Role.SUPPORT_AGENT, "phocus", null)).get(path).then().statusCode(404);
        as(customer.staff(Role.AGREEMENT_MANAGER)).body(body).put(path).then().statusCode(403);
        as(customer.person(Role.EMPLOYEE)).get(path).then().statusCode(403);
        as(customer.person(Role.ADMINISTRATOR))
                .get("/api/v1/tenants/" + UUID.randomUUID() + "/organisation")
                .then()
                .statusCode(404);
        as(customer.person(Role.ADMINISTRATOR)).get(path).then().body("version", equalTo(0));
    }
}
