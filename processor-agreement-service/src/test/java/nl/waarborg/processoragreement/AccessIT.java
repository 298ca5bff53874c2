package nl.waarborg.processoragreement;

import static nl.waarborg.processoragreement.Customers.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Access through the running service, with the service desk's own on real topics. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class AccessIT {

    @BeforeAll
    static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("incident.events", "availability.events");
    }

    @Test
    @Rule({"PRA-020", "PRA-021", "PRA-022"})
    void a_customer_sees_who_had_access_to_what_the_service_desk_included() {
        var customer = Customers.afas(Map.of("vendorStaff.screening", "ABSENT"));
        var operator = customer.staff(Role.OPERATOR).as(UUID.randomUUID());
        as(operator)
                .body(Map.of(
                        "tenantId", customer.tenant(),
                        "purpose", "BACKUP_MANAGEMENT",
                        "from", Instant.now().minusSeconds(7200).toString(),
                        "to", Instant.now().minusSeconds(3600).toString()))
                .post("/api/v1/privileged-access")
                .then()
                .statusCode(201);
        as(operator)
                .body(Map.of(
                        "tenantId", customer.tenant(),
                        "purpose", "CURIOSITY",
                        "from", Instant.now().minusSeconds(7200).toString(),
                        "to", Instant.now().toString()))
                .post("/api/v1/privileged-access")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/purpose"));
        as(operator)
                .body(Map.of(
                        "tenantId", customer.tenant(),
                        "purpose", "BACKUP_MANAGEMENT",
                        "from", Instant.now().minusSeconds(3600).toString(),
                        "to", Instant.now().minusSeconds(7200).toString()))
                .post("/api/v1/privileged-access")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-020"))
                .body("code", equalTo("impossible-interval"));
        String temporary = as(customer.staff(Role.SUPPORT_AGENT).as(UUID.randomUUID()))
                .body(Map.of("tenantId", customer.tenant(), "reason", "A crash in one payslip"))
                .post("/api/v1/temporary-access")
                .then()
                .statusCode(201)
                .extract()
                .path("accessId");
        var manager = customer.staff(Role.ICT_MANAGER).as(UUID.randomUUID());
        as(manager).get("/api/v1/temporary-access/requests").then().body("accessId", hasItem(temporary));
        as(operator)
                .body(Map.of("until", Instant.now().plusSeconds(60).toString()))
                .post("/api/v1/temporary-access/" + temporary + "/approval")
                .then()
                .statusCode(403);
        as(manager)
                .body(Map.of("until", Instant.now().minusSeconds(1).toString()))
                .post("/api/v1/temporary-access/" + temporary + "/approval")
                .then()
                .statusCode(409)
                .body("rule", equalTo("PRA-021"))
                .body("code", equalTo("no-duration"));
        // More precise than the database: it ends by itself all the same.
        var until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2).plusNanos(450);
        as(manager)
                .body(Map.of("until", until.toString()))
                .post("/api/v1/temporary-access/" + temporary + "/approval")
                .then()
                .statusCode(204);
        var copy = UUID.randomUUID();
        Published.asOther(
                "incident",
                "investigation-copy-accessed.v1",
                copy,
                1,
                customer.tenant(),
                Map.of(
                        "copyId", copy,
                        "incidentId", UUID.randomUUID(),
                        "employeeId", UUID.randomUUID(),
                        "at", Instant.now().toString()));
        var granted = UUID.randomUUID();
        Published.asOther(
                "incident",
                "system-user-access-granted.v1",
                granted,
                1,
                customer.tenant(),
                Map.of(
                        "accessId", granted,
                        "causeType", "INCIDENT",
                        "causeId", UUID.randomUUID(),
                        "employeeId", UUID.randomUUID(),
                        "environmentId", UUID.randomUUID(),
                        "via", "SUPPORT_PLUS",
                        "grantedAt", Instant.now().minusSeconds(60).toString(),
                        "until", Instant.now().plusSeconds(3600).toString()));
        Published.asOther(
                "incident",
                "system-user-access-blocked.v1",
                granted,
                2,
                customer.tenant(),
                Map.of(
                        "accessId",
                        granted,
                        "causeType",
                        "INCIDENT",
                        "causeId",
                        UUID.randomUUID(),
                        "employeeId",
                        UUID.randomUUID(),
                        "reason",
                        "INCIDENT_HANDLED",
                        "blockedAt",
                        Instant.now().toString()));
        var again = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
        for (var ends : List.of(again.plusSeconds(3600), again.plusSeconds(7200))) {
            Published.asOther(
                    "incident",
                    "system-user-access-granted.v1",
                    granted,
                    ends.equals(again.plusSeconds(3600)) ? 3 : 4,
                    customer.tenant(),
                    Map.of(
                            "accessId", granted,
                            "causeType", "INCIDENT",
                            "causeId", UUID.randomUUID(),
                            "employeeId", UUID.randomUUID(),
                            "environmentId", UUID.randomUUID(),
                            "via", "APPROVAL",
                            "grantedAt", again.toString(),
                            "until", ends.toString()));
        }
        var session = UUID.randomUUID();
        Published.asOther(
                "incident",
                "remote-control-consented.v1",
                session,
                1,
                customer.tenant(),
                Map.of(
                        "sessionId", session,
                        "incidentId", UUID.randomUUID(),
                        "agentId", UUID.randomUUID(),
                        "byPersonId", UUID.randomUUID(),
                        "at", Instant.now().toString()));

        var overview = "/api/v1/tenants/" + customer.tenant() + "/access";
        await().atMost(Customers.PATIENCE).untilAsserted(() -> as(customer.person(Role.PRIVACY_CONTACT))
                .get(overview)
                .then()
                .statusCode(200)
                .body(
                        "kind",
                        hasItems("PRIVILEGED", "TEMPORARY", "INVESTIGATION_COPY", "SYSTEM_USER", "REMOTE_CONTROL"))
                .body("find { it.kind == 'TEMPORARY' }.endedAt", notNullValue())
                // Admitted again after it had ended, and then for longer: a second access, which has not ended.
                .body("findAll { it.kind == 'SYSTEM_USER' }", hasSize(2))
                .body("findAll { it.kind == 'SYSTEM_USER' }[0].endedAt", notNullValue())
                .body("findAll { it.kind == 'SYSTEM_USER' }[1].endedAt", nullValue())
                .body(
                        "findAll { it.kind == 'SYSTEM_USER' }[1].endsAt",
                        equalTo(again.plusSeconds(7200).toString()))
                .body("find { it.kind == 'TEMPORARY' }.words", equalTo("A crash in one payslip")));
        as(customer.person(Role.PRIVACY_CONTACT))
                .queryParam("to", Instant.now().minusSeconds(3000).toString())
                .get(overview)
                .then()
                .body("kind", equalTo(List.of("PRIVILEGED")));
        as(Customers.afas(Map.of()).person(Role.PRIVACY_CONTACT))
                .get(overview)
                .then()
                .statusCode(404);
    }

    @Test
    @Rule({"PRA-016", "PRA-022", "PRA-023"})
    void a_customer_permits_whom_the_vendor_instructed_and_withdraws_it() {
        var customer = Customers.phocus(Map.of());
        var employee = UUID.randomUUID();
        var administrator = customer.person(Role.ADMINISTRATOR);
        var path = "/api/v1/tenants/" + customer.tenant() + "/data-access";
        var grant = Map.of("employeeId", employee, "scope", "Payroll of 2026");
        as(administrator).body(grant).post(path).then().statusCode(409).body("rule", equalTo("PRA-023"));
        var officer = customer.staff(Role.SECURITY_OFFICER);
        for (var kind : List.of("INSTRUCTION", "CONFIDENTIALITY", "CERTIFICATE_OF_CONDUCT")) {
            as(officer)
                    .body(Map.of("kind", kind, "date", "2026-01-05", "documentRef", "HR-2026-1"))
                    .post("/api/v1/staff/" + employee + "/records")
                    .then()
                    .statusCode(204);
        }
        as(officer)
                .get("/api/v1/staff")
                .then()
                .body("findAll { it.employeeId == '" + employee + "' }.kind", hasSize(3));
        String id = as(administrator)
                .body(grant)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("accessId");
        as(Customers.phocus(Map.of()).person(Role.ADMINISTRATOR))
                .post("/api/v1/data-access/" + id + "/withdrawal")
                .then()
                .statusCode(404);
        as(administrator)
                .post("/api/v1/data-access/" + id + "/withdrawal")
                .then()
                .statusCode(204);
        as(administrator)
                .get("/api/v1/tenants/" + customer.tenant() + "/access")
                .then()
                .body("[0].kind", equalTo("DATA"))
                .body("[0].endedAt", notNullValue());
        var published = Published.ofStream(
                        StreamId.natural("staff-member", StreamId.PLATFORM, "phocus/" + employee)
                                .id(),
                        1)
                .getFirst();
        assertEquals("nl.waarborg.processor-agreement.conduct-certificate-recorded.v1", published.type());
        assertEquals(List.of(), Contract.of(published.type()).faults(published.json()));
    }
}
