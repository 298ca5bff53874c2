package nl.waarborg.incident;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
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
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** A customer of the AFAS preset, whom the running service knows, with an Administrator and a submitter. */
public final class Customer {

    public static final Duration PATIENCE = Duration.ofSeconds(60);
    public static final String SOURCE = "urn:test:tickets";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final UUID tenant = UUID.randomUUID();
    public final UUID administrator = UUID.randomUUID();
    public final UUID submitter = UUID.randomUUID();
    public final UUID employee = UUID.randomUUID();
    public final UUID environment = UUID.randomUUID();

    private Customer() {}

    /** The producing services make their topics; none of them runs here. */
    public static void makeTheOthersTopics() {
        ServiceSurroundings.makeTopics("processor-agreement.events", "backup.events", "availability.events");
    }

    /** With terms, and an Administrator and a submitter who can be mailed. */
    public static Customer agreed() {
        var customer = withoutPersons();
        customer.register(customer.administrator, "ADMINISTRATOR");
        customer.register(customer.submitter, "INCIDENT_SUBMITTER");
        return customer;
    }

    public static Customer withoutPersons() {
        var customer = new Customer();
        customer.agree();
        return customer;
    }

    private void agree() {
        var stream = UUID.randomUUID();
        published(
                "processor-agreement",
                "agreement-concluded",
                stream,
                1,
                tenant,
                Map.of(
                        "agreementId",
                        stream,
                        "provider",
                        "afas",
                        "reference",
                        "R-1",
                        "name",
                        "Example",
                        "preset",
                        "AFAS_SLA",
                        "concludedOn",
                        "2016-01-01",
                        "licence",
                        Map.of("type", "ERP", "users", 10, "employees", 10, "environments", 1, "returns", 1)));
        published(
                "processor-agreement",
                "tenant-terms-published",
                stream,
                2,
                tenant,
                Map.of(
                        "agreementId",
                        stream,
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
                                .toList()));
        await().atMost(PATIENCE)
                .until(() ->
                        asAgent().get("/api/v1/tenants/" + tenant + "/terms").statusCode() == 200);
    }

    public void register(UUID person, String role) {
        var at = "2016-01-01T10:00:00Z";
        post("register-person", Map.of("personId", person, "name", "Example", "mail", person + "@example.org"), at)
                .then()
                .statusCode(201);
        post("assign-portal-role", Map.of("personId", person, "role", role, "knowledgeDeclared", true), at)
                .then()
                .statusCode(201);
    }

    /** A disruption of priority 2, reported now; its id. */
    public String raise(String number) {
        return raise(number, Instant.now().toString());
    }

    public String raise(String number, String at) {
        return raise(SOURCE, number, at);
    }

    public String raise(String source, String number, String at) {
        post(
                        source,
                        "raise",
                        Map.of(
                                "number", number,
                                "submitter", submitter,
                                "channel", "PHONE",
                                "title", "Payslips do not open",
                                "description", "Since this morning",
                                "environment", environment,
                                "claimedType", "DISRUPTION",
                                "claimedPriority", "P2"),
                        at,
                        false)
                .then()
                .statusCode(201);
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

    public void act(String type, Map<String, ?> data) {
        post(type, data, Instant.now().toString()).then().statusCode(201);
    }

    public Response post(String type, Map<String, ?> data, String at) {
        return post(SOURCE, type, data, at, false);
    }

    public Response post(String source, String type, Map<String, ?> data, String at, boolean historic) {
        var event = new HashMap<String, Object>(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID(),
                "source",
                source,
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
        if (historic) {
            event.put("historic", true);
        }
        return given().auth()
                .oauth2(ServiceSurroundings.token(Identity.eventProducer(
                        "afas", tenant, List.of(source), List.of("nl.waarborg.incident.*"), true)))
                .contentType("application/cloudevents+json")
                .body(json(event))
                .post("/api/v1/events");
    }

    public RequestSpecification asAgent() {
        return as(Identity.of(Role.SUPPORT_AGENT, "afas", null).as(employee));
    }

    public RequestSpecification asAdministrator() {
        return as(Identity.of(Role.ADMINISTRATOR, "afas", tenant).as(administrator));
    }

    public RequestSpecification asSubmitter() {
        return as(Identity.of(Role.INCIDENT_SUBMITTER, "afas", tenant).as(submitter));
    }

    public static RequestSpecification as(Identity identity) {
        return given().auth().oauth2(ServiceSurroundings.token(identity)).contentType(ContentType.JSON);
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
    public void published(String service, String type, UUID stream, int sequence, JsonNode data) {
        published(service, type, stream, sequence, tenant, data);
    }

    /** What another service says of the platform. */
    public static void publishedOfPlatform(String service, String type, UUID stream, int sequence, JsonNode data) {
        published(service, type, stream, sequence, StreamId.PLATFORM, data);
    }

    private static void published(String service, String type, UUID stream, int sequence, UUID tenant, Object data) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var record = new ProducerRecord<>(service + ".events", stream.toString(), json(data));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "urn:waarborg:" + service,
                            "ce_type",
                            "nl.waarborg." + service + "." + type + ".v1",
                            "ce_time",
                            Instant.now().toString(),
                            "ce_tenantid",
                            tenant.toString(),
                            "ce_sequence",
                            Integer.toString(sequence),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            await().atMost(PATIENCE).until(producer.send(record)::isDone);
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
