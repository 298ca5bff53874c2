package nl.waarborg.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.local.Identity;
import nl.waarborg.local.LocalPartException;
import nl.waarborg.local.OidcIssuer;
import nl.waarborg.local.Role;
import nl.waarborg.local.RunningSuite;

/** Concludes the agreements of the made customers, as their vendors' agreement managers do over REST. */
final class Customers {

    /** The first day of every agreement: the published calendars begin then. */
    static final LocalDate CONCLUDED_ON = LocalDate.of(2015, 1, 1);

    /** When persons were registered and got their roles, before any incident. */
    static final Instant SEEDED_AT =
            CONCLUDED_ON.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private static final Map<Role, String> PORTAL_ROLES = Map.of(
            Role.ADMINISTRATOR, "ADMINISTRATOR",
            Role.INCIDENT_SUBMITTER, "INCIDENT_SUBMITTER",
            Role.INCIDENT_VIEWER, "INCIDENT_VIEWER");

    private final SuiteClient client;
    private final RunningSuite suite;

    Customers(SuiteClient client, RunningSuite suite) {
        this.client = client;
        this.suite = suite;
    }

    /**
     * @param id the tenant's
     * @param isNew false if the agreement was concluded before
     */
    record Concluded(DemoTenant tenant, UUID id, UUID agreement, boolean isNew) {

        String path() {
            return "/api/v1/agreements/" + agreement;
        }

        /** Somebody at the customer, the same for the same role. */
        Identity as(Role role) {
            return Identity.of(role, tenant.provider(), id);
        }

        /** Somebody at its vendor. */
        Identity vendor(Role role) {
            return Identity.of(role, tenant.provider(), null);
        }
    }

    static Concluded of(List<Concluded> customers, String key) {
        return customers.stream()
                .filter(customer -> customer.tenant().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    Concluded conclude(DemoTenant tenant) {
        var token = OidcIssuer.token(suite.issuer(), Identity.of(Role.AGREEMENT_MANAGER, tenant.provider(), null));
        var agreements = suite.agreements().resolve("/api/v1/agreements");
        var answer = client.post(agreements, token, "application/json", agreement(tenant));
        var concluded = answer.orFail("The agreement of " + tenant.name());
        var registeredOn = tenant.firstClassRegisteredOn();
        if (registeredOn != null) {
            var at = registeredOn.atTime(12, 0).atZone(IncidentLog.ZONE).toInstant();
            client.post(
                            suite.agreements()
                                    .resolve("/api/v1/agreements/%s/first-class/subscription"
                                            .formatted(text(concluded, "agreementId"))),
                            token,
                            "application/json",
                            Map.of("at", at.toString()))
                    .orFail("First Class of " + tenant.name());
        }
        return new Concluded(
                tenant,
                UUID.fromString(text(concluded, "tenantId")),
                UUID.fromString(text(concluded, "agreementId")),
                answer.status() == 201);
    }

    private static Map<String, Object> agreement(DemoTenant tenant) {
        var licence = new LinkedHashMap<String, Object>();
        licence.put("type", "ERP");
        licence.put("users", tenant.users());
        licence.put("employees", tenant.users() * 3);
        licence.put("environments", 1);
        licence.put("returns", 1);
        var agreement = new LinkedHashMap<String, Object>();
        agreement.put("reference", tenant.reference());
        agreement.put("name", tenant.name());
        agreement.put("preset", tenant.preset());
        agreement.put("concludedOn", CONCLUDED_ON.toString());
        agreement.put("licence", licence);
        return agreement;
    }

    private static String text(JsonNode body, String field) {
        if (!body.path(field).isTextual()) {
            throw new LocalPartException("An agreement was answered without " + field + ": " + body);
        }
        return body.path(field).textValue();
    }

    /** The persons of one customer: its callers in the log, who may submit, and one person for every portal role. */
    static List<PostedEvent> persons(Concluded customer, List<IncidentHistory> incidents) {
        var events = new ArrayList<PostedEvent>();
        var callers = new LinkedHashSet<String>();
        incidents.forEach(incident -> callers.add(incident.caller()));
        for (var caller : callers) {
            var person = DemoPerson.caller(customer.id(), caller);
            register(events, customer, person);
            assign(events, customer, person, "INCIDENT_SUBMITTER");
        }
        PORTAL_ROLES.forEach((role, name) -> {
            // Whom a token for this role speaks for, if it names nobody else.
            var id = Identity.of(role, customer.tenant().provider(), customer.id())
                    .person();
            var person = DemoPerson.of(id, customer.tenant().key());
            register(events, customer, person);
            assign(events, customer, person, name);
        });
        return events;
    }

    private static void register(List<PostedEvent> events, Concluded customer, DemoPerson person) {
        var data = new LinkedHashMap<String, Object>();
        data.put("personId", person.id());
        data.put("name", person.name());
        data.put("mail", person.mail());
        data.put("language", "NL");
        events.add(new PostedEvent(
                "person/" + person.id(), IncidentEvents.TYPES + "register-person.v1", customer.id(), SEEDED_AT, data));
    }

    private static void assign(List<PostedEvent> events, Concluded customer, DemoPerson person, String role) {
        var data = new LinkedHashMap<String, Object>();
        data.put("personId", person.id());
        data.put("role", role);
        data.put("knowledgeDeclared", true);
        events.add(new PostedEvent(
                "person/" + person.id() + "/" + role,
                IncidentEvents.TYPES + "assign-portal-role.v1",
                customer.id(),
                SEEDED_AT,
                data));
    }
}
