package nl.waarborg.incident;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Identity;
import nl.waarborg.local.Role;
import nl.waarborg.terms.Preset;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** A made customer with its people, and what tests do in its name over HTTP and Kafka. */
public final class Customer {

    /** For what others do meanwhile, on a busy machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();
    public static final String SOURCE = "urn:test:tickets";
    private static final String LONG_AGO = "2016-01-01T10:00:00Z";

    private final String provider;
    private final UUID tenant = UUID.randomUUID();
    private final UUID agreement = UUID.randomUUID();
    private final UUID environment = UUID.randomUUID();
    private final UUID administrator = UUID.randomUUID();
    private final UUID submitter = UUID.randomUUID();
    private final UUID viewer = UUID.randomUUID();
    private final UUID employee = UUID.randomUUID();

    private Customer(String provider) {
        this.provider = provider;
    }

    /** The producing services make their topics; none of them runs here. */
    public static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "backup.events", "availability.events");
    }

    /** One of which this service knows nothing yet. */
    public static Customer unknown(String provider) {
        makeTheOthersTopics();
        return new Customer(provider);
    }

    /** One with an agreement and people that have their roles. */
    public static Customer agreed() {
        return agreed("afas");
    }

    public static Customer agreed(String provider) {
        var customer = withoutPersons(provider);
        customer.register(customer.administrator, "ADMINISTRATOR");
        customer.register(customer.submitter, "INCIDENT_SUBMITTER");
        customer.register(customer.viewer, "INCIDENT_VIEWER");
        return customer;
    }

    /** One with an agreement, of whose people nothing is known. */
    public static Customer withoutPersons() {
        return withoutPersons("afas");
    }

    private static Customer withoutPersons(String provider) {
        var customer = unknown(provider);
        customer.conclude();
        return customer;
    }

    private Preset preset() {
        return provider.equals("phocus") ? Preset.PHOCUS_CLOUD : Preset.AFAS_SLA;
    }

    public UUID agreementId() {
        return agreement;
    }

    public UUID tenant() {
        return tenant;
    }

    public UUID environment() {
        return environment;
    }

    public UUID administratorId() {
        return administrator;
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
        return tickets(SOURCE);
    }

    private Identity tickets(String source) {
        return Identity.eventProducer(provider, tenant, List.of(source), List.of("nl.waarborg.incident.*"), true);
    }

    public RequestSpecification asAgent() {
        return as(agent());
    }

    public RequestSpecification asAdministrator() {
        return as(administrator());
    }

    public RequestSpecification asSubmitter() {
        return as(submitter());
    }

    public static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
    }

    /** Waits until the service knows the agreement. */
    public void conclude() {
        published("processor-agreement", "agreement-concluded", agreement, 1, agreement());
        published("processor-agreement", "tenant-terms-published", agreement, 2, terms());
        awaitTerms();
    }

    /** Waits until the service knows that First Class runs. */
    public void startFirstClass() {
        published(
                "processor-agreement",
                "first-class-started",
                agreement,
                3,
                Map.of("agreementId", agreement, "startsOn", "2016-01-01"));
        await().atMost(PATIENCE)
                .until(() ->
                        asAgent().get("/api/v1/tenants/" + tenant + "/terms").path("firstClass"));
    }

    public void awaitTerms() {
        await().atMost(PATIENCE)
                .until(() ->
                        asAgent().get("/api/v1/tenants/" + tenant + "/terms").statusCode() == 200);
    }

    public Map<String, Object> agreement() {
        return Map.of(
                "agreementId",
                agreement,
                "provider",
                provider,
                "reference",
                "R-1",
                "name",
                "Example",
                "preset",
                preset(),
                "concludedOn",
                "2016-01-01",
                "licence",
                Map.of("type", "ERP", "users", 10, "employees", 10, "environments", 1, "returns", 1));
    }

    public Map<String, Object> terms() {
        return Map.of(
                "agreementId",
                agreement,
                "termsVersion",
                1,
                "preset",
                preset(),
                "validFrom",
                "2015-12-31T23:00:00Z",
                "terms",
                preset().terms().values().stream()
                        .map(term -> Map.of(
                                "key", term.key().key(),
                                "value", term.value().toString(),
                                "clause", term.clause(),
                                "origin", "PRESET"))
                        .toList());
    }

    public void register(UUID person, String role) {
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
        return raise(SOURCE, number, at);
    }

    public String raise(String source, String number, String at) {
        post(source, "raise", report(number), at, false).then().statusCode(201);
        return asAgent()
                .queryParam("tenant", tenant)
                .queryParam("number", number)
                .queryParam("source", source)
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
        return post(SOURCE, type, data, at, false);
    }

    /** @param historic whether it is told of the past, whose promises nobody is to be alarmed about */
    public Response post(String source, String type, Map<String, ?> data, String at, boolean historic) {
        var event = event(type, data, at);
        event.put("source", source);
        if (historic) {
            event.put("historic", true);
        }
        return given().auth()
                .oauth2(ServiceSurroundings.token(tickets(source)))
                .contentType("application/cloudevents+json")
                .body(json(event))
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

    /** The first example of a producer's contract, to be changed as the test needs. */
    public static ObjectNode example(String service, String type) {
        var name = "contracts/" + service + "/examples/" + type + ".v1.json";
        try (var file = Customer.class.getClassLoader().getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** What another service says of this customer. */
    public void published(String service, String type, UUID stream, int sequence, Object data) {
        published(service, type, stream, sequence, tenant, data);
    }

    /** What another service says of the platform. */
    public static void publishedOfPlatform(String service, String type, UUID stream, int sequence, Object data) {
        published(service, type, stream, sequence, StreamId.PLATFORM, data);
    }

    private static void published(String service, String type, UUID stream, int sequence, UUID tenant, Object data) {
        produce(
                service + ".events",
                stream.toString(),
                "urn:waarborg:" + service,
                "nl.waarborg." + service + "." + type + ".v1",
                tenant,
                Map.of("ce_sequence", Integer.toString(sequence)),
                json(data));
    }

    /** What another system produces to {@code incident.inbound}. */
    public void produced(String key, String type, Map<String, ?> data) {
        produce("incident.inbound", key, SOURCE, "nl.waarborg.incident." + type + ".v1", tenant, Map.of(), json(data));
    }

    private static void produce(
            String topic,
            String key,
            String source,
            String type,
            UUID tenant,
            Map<String, String> further,
            String data) {
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

    /** Every mail that the server took, as it came. */
    public static List<String> mails() {
        var directory = Path.of(ConfigProvider.getConfig().getValue(ServiceSurroundings.MAILS, String.class));
        try (var files = Files.walk(directory)) {
            var mails = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                mails.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return mails;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
