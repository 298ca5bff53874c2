package nl.waarborg.incident;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.terms.Preset;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A made customer with its people, and what tests do in its name over HTTP and Kafka. */
public final class MadeCustomer {

    /** For what others do meanwhile, on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "urn:test:tickets";
    private static final String LONG_AGO = "2016-01-01T10:00:00Z";

    private final String provider;
    private final UUID tenant = UUID.randomUUID();
    private final UUID environment = UUID.randomUUID();
    private final UUID administrator = UUID.randomUUID();
    private final UUID submitter = UUID.randomUUID();
    private final UUID viewer = UUID.randomUUID();
    private final UUID employee = UUID.randomUUID();

    private MadeCustomer(String provider) {
        this.provider = provider;
    }

    /** One of which this service knows nothing yet. */
    public static MadeCustomer unknown(String provider) {
        Customer.makeTheOthersTopics();
        return new MadeCustomer(provider);
    }

    /** One with an agreement and people that have their roles. */
    public static MadeCustomer agreed() {
        return agreed("afas");
    }

    public static MadeCustomer agreed(String provider) {
        var customer = unknown(provider);
        customer.conclude();
        customer.person(customer.administrator, "ADMINISTRATOR");
        customer.person(customer.submitter, "INCIDENT_SUBMITTER");
        customer.person(customer.viewer, "INCIDENT_VIEWER");
        return customer;
    }

    public UUID tenant() {
        return tenant;
    }

    public UUID environment() {
        return environment;
    }

    public UUID submitterId() {
        return submitter;
    }

    public UUID employeeId() {
        return employee;
    }

    public Identity agent() {
        return staff(Role.SUPPORT_AGENT).as(employee);
    }

    public Identity administrator() {
        return of(Role.ADMINISTRATOR, administrator);
    }

    public Identity submitter() {
        return of(Role.INCIDENT_SUBMITTER, submitter);
    }

    public Identity viewer() {
        return of(Role.INCIDENT_VIEWER, viewer);
    }

    /** One of the customer's people. */
    public Identity of(Role role, UUID person) {
        return Identity.of(role, provider, tenant).as(person);
    }

    /** One of the vendor's people. */
    public Identity staff(Role role) {
        return Identity.of(role, provider, null);
    }

    /** The system that posts tickets. */
    public Identity tickets() {
        return Identity.eventProducer(provider, tenant, List.of(SOURCE), List.of("nl.waarborg.incident.*"), true);
    }

    public static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    /** Waits until the service knows the agreement. */
    public void conclude() {
        published("processor-agreement", "agreement-concluded", 1, agreement());
        published("processor-agreement", "tenant-terms-published", 2, terms());
        awaitTerms();
    }

    public void awaitTerms() {
        await().atMost(PATIENCE)
                .until(() ->
                        as(agent()).get("/api/v1/tenants/" + tenant + "/terms").statusCode() == 200);
    }

    public Map<String, Object> agreement() {
        return Map.of(
                "agreementId", UUID.randomUUID(),
                "provider", provider,
                "reference", "R-1",
                "name", "Example",
                "preset", "AFAS_SLA",
                "concludedOn", "2016-01-01",
                "licence", Map.of("type", "ERP", "users", 10, "employees", 10, "environments", 1, "returns", 1));
    }

    public static Map<String, Object> terms() {
        return Map.of(
                "agreementId",
                UUID.randomUUID(),
                "termsVersion",
                1,
                "preset",
                "AFAS_SLA",
                "validFrom",
                "2015-12-31T23:00:00Z",
                "terms",
                Preset.AFAS_SLA.terms().values().stream()
                        .map(term -> Map.of(
                                "key", term.key().key(),
                                "value", term.value().toString(),
                                "clause", term.clause(),
                                "origin", "PRESET"))
                        .toList());
    }

    public void person(UUID person, String role) {
        post(
                        "register-person",
                        Map.of("personId", person, "name", "Example", "mail", person + "@example.org"),
                        LONG_AGO)
                .then()
                .statusCode(201);
        post("assign-portal-role", Map.of("personId", person, "role", role, "knowledgeDeclared", true), LONG_AGO)
                .then()
                .statusCode(201);
    }

    /** The id of an incident that is reported now. */
    public String raise(String number) {
        return raise(number, Instant.now().toString());
    }

    public String raise(String number, String at) {
        act("raise", report(number), at);
        return as(agent())
                .queryParam("tenant", tenant)
                .queryParam("number", number)
                .get("/api/v1/incidents")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].incident.id");
    }

    /** What is posted to raise an incident. */
    public Map<String, Object> report(String number) {
        return new HashMap<>(Map.of(
                "number", number,
                "submitter", submitter,
                "channel", "PHONE",
                "title", "Payslips do not open",
                "description", "Since this morning",
                "environment", environment,
                "claimedType", "DISRUPTION",
                "claimedPriority", "P2"));
    }

    public void act(String type, Map<String, ?> data) {
        act(type, data, Instant.now().toString());
    }

    public void act(String type, Map<String, ?> data, String at) {
        post(type, data, at).then().statusCode(201);
    }

    public Response post(String type, Map<String, ?> data, String at) {
        return given().auth()
                .oauth2(ServiceSurroundings.token(tickets()))
                .contentType("application/cloudevents+json")
                .body(json(event(type, data, at)))
                .post("/api/v1/events");
    }

    /** A CloudEvent in its structured form. */
    public Map<String, Object> event(String type, Map<String, ?> data, String at) {
        return new HashMap<>(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID(),
                "source",
                SOURCE,
                "type",
                "nl.waarborg.incident." + type + ".v1",
                "time",
                at,
                "tenantid",
                tenant,
                "datacontenttype",
                "application/json",
                "data",
                data));
    }

    /** What another service would say of this tenant. */
    public void published(String service, String type, int sequence, Map<String, ?> data) {
        produce(
                service + ".events",
                tenant.toString(),
                "urn:waarborg:" + service,
                "nl.waarborg." + service + "." + type + ".v1",
                Map.of("ce_sequence", Integer.toString(sequence)),
                json(data));
    }

    /** What another system produces to {@code incident.inbound}. */
    public void produced(String key, String type, Map<String, ?> data) {
        produce("incident.inbound", key, SOURCE, "nl.waarborg.incident." + type + ".v1", Map.of(), json(data));
    }

    private void produce(
            String topic, String key, String source, String type, Map<String, String> further, String data) {
        var headers = new HashMap<>(further);
        headers.putAll(Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                source,
                "ce_type",
                type,
                "ce_time",
                Instant.now().toString(),
                "ce_tenantid",
                tenant.toString(),
                "content-type",
                "application/json"));
        send(topic, key, headers, data.getBytes(StandardCharsets.UTF_8));
    }

    /** A record as it is, whether it makes sense or not. */
    public static void send(String topic, String key, Map<String, String> headers, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            var sent = producer.send(record);
            await().atMost(PATIENCE).until(sent::isDone);
        }
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
