package nl.waarborg.processoragreement;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import nl.waarborg.contracts.Contract;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;
import nl.waarborg.local.Role;
import nl.waarborg.processoragreement.Customers.Customer;
import nl.waarborg.rules.Rule;
import nl.waarborg.terms.AgreedCalendars;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = ServiceSurroundings.class,
        initArgs = @ResourceArg(name = "database", value = "processor_agreement_test"))
class MonthlyReportIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CLOSED = "2026-07-03T22:00:00Z";

    @BeforeAll
    static void others() {
        ServiceSurroundings.makeTopics("incident.events", "availability.events");
    }

    @Test
    @Rule({"XSV-029", "XSV-030"})
    void the_report_of_a_month_is_put_in_the_file_by_itself_in_every_form_and_both_languages() throws Exception {
        var customer = firstClass("REPORT-1");
        train(customer);
        availability(customer, "1", "month-closed", "2026-05", "99.91", 0, "2026-06-03T22:00:00Z");
        availability(customer, "2", "month-closed", "2026-06", "99.80", 1, CLOSED);
        incidents(customer, "1", "2026-06", 3, CLOSED);

        await().atMost(SOON).untilAsserted(() -> list(customer).body("reports.month", contains("2026-06")));
        list(customer)
                .body("reports[0].version", equalTo(1))
                .body("awaited.month", hasItem("2026-05"))
                .body("awaited.month", not(hasItem("2026-06")))
                .body("awaited.find { it.month == '2026-05' }.expectedBy", equalTo("2026-06-05"))
                .body("awaited.find { it.month == '2026-05' }.overdue", equalTo(true));

        report(customer, "2026-06", "application/json", "en")
                .body("availability.month", contains("2026-05", "2026-06"))
                .body("availability[1].outageCount", equalTo(1))
                .body("incidents.submitted", contains(3))
                .body("services.kind", contains("TRAINING"))
                .body("services[0].title", equalTo("=Pro <Payroll>"));

        var dutch = report(customer, "2026-06", "text/html", "nl").extract().asString();
        assertTrue(dutch.contains("SLA-rapportage juni 2026"), dutch);
        assertTrue(dutch.contains("Customer of REPORT-1"), dutch);
        assertTrue(dutch.contains("99,80"), dutch);
        assertTrue(dutch.contains("<svg") && dutch.contains("<rect"), dutch);
        assertTrue(dutch.contains("=Pro &lt;Payroll&gt;") && !dutch.contains("<Payroll>"), dutch);
        var english = report(customer, "2026-06", "text/html", "en").extract().asString();
        assertTrue(english.contains("SLA report June 2026") && english.contains("99.80"), english);

        var printed = printed(customer, "nl");
        assertTrue(printed.contains("SLA-rapportage juni 2026"), printed);
        assertTrue(printed.contains("1. Beschikbaarheid, onderhoud en storingen"), printed);
        assertTrue(printed.contains("2. Incidenten en doorlooptijden"), printed);
        assertTrue(printed.contains("3. Afgenomen diensten") && printed.contains("=Pro <Payroll>"), printed);
        assertTrue(printed.contains("99,80"), printed);
        assertTrue(printed(customer, "en").contains("2. Incidents and lead times"));

        var sheets = sheets(customer, "en");
        assertEquals(List.of("Availability", "Incidents", "Services"), List.copyOf(sheets.keySet()));
        assertTrue(sheets.get("Availability").contains("June 2026|99.8"), sheets.toString());
        assertTrue(sheets.get("Incidents").contains("June 2026|3|"), sheets.toString());
        assertTrue(sheets.get("Services").contains("=Pro <Payroll>"), sheets.toString());
        assertEquals(
                List.of("Beschikbaarheid", "Incidenten", "Diensten"),
                List.copyOf(sheets(customer, "nl").keySet()));

        var lines = lines(customer, "en");
        assertTrue(lines.contains("Availability|By month|2|June 2026|Availability (%)|99.80"), lines.toString());
        assertTrue(lines.contains("Incidents|By month|1|June 2026|Reported|3"), lines.toString());
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("Services|") && line.endsWith("Title|'=Pro <Payroll>")),
                lines.toString());
        assertTrue(lines(customer, "nl").contains("Incidenten|Per maand|1|juni 2026|Gemeld|3"));
    }

    @Test
    @Rule("XSV-029")
    void a_corrected_month_makes_a_corrected_version_and_the_first_stays() {
        var customer = firstClass("REPORT-2");
        incidents(customer, "1", "2026-06", 3, CLOSED);
        availability(customer, "1", "month-closed", "2026-06", "99.80", 1, CLOSED);
        await().atMost(SOON).untilAsserted(() -> list(customer).body("reports", hasSize(1)));
        availability(customer, "2", "month-corrected", "2026-06", "99.40", 2, "2026-07-10T09:00:00Z");
        await().atMost(SOON).untilAsserted(() -> list(customer).body("reports.version", contains(2, 1)));

        report(customer, "2026-06", "application/json", "en")
                .body("reportVersion", equalTo(2))
                .body("availability[0].outageCount", equalTo(2));
        customer.as(Role.ADMINISTRATOR)
                .accept("text/html")
                .get(path(customer) + "/2026-06?version=1&lang=en")
                .then()
                .statusCode(200)
                .body(containsString("99.80"));
        assertTrue(report(customer, "2026-06", "text/html", "nl")
                .extract()
                .asString()
                .contains("Deze versie corrigeert een eerdere"));
    }

    @Test
    @Rule("XSV-029")
    void without_first_class_there_is_no_report_and_others_see_none() {
        var without = Customers.conclude("phocus", "REPORT-3", "AFAS_SLA", "2024-01-01");
        incidents(without, "1", "2026-06", 3, CLOSED);
        availability(without, "1", "month-closed", "2026-06", "99.80", 1, CLOSED);
        // With First Class from July on, July's report shows that June was taken in before it.
        subscribe(without, "2026-06-15T10:00:00+02:00");
        incidents(without, "2", "2026-07", 1, "2026-08-03T22:00:00Z");
        availability(without, "2", "month-closed", "2026-07", "99.90", 0, "2026-08-03T22:00:00Z");
        await().atMost(SOON).untilAsserted(() -> list(without).body("reports.month", contains("2026-07")));
        list(without).body("awaited.month", not(hasItem("2026-06")));
        report(without, "2026-07", "application/json", "nl").body("availability.month", contains("2026-06", "2026-07"));
        without.as(Role.ADMINISTRATOR).get(path(without) + "/2026-06").then().statusCode(404);

        Customers.as(Role.ADMINISTRATOR, "phocus", UUID.randomUUID())
                .get(path(without) + "/2026-07")
                .then()
                .statusCode(404);
        without.as(Role.INCIDENT_SUBMITTER).get(path(without)).then().statusCode(403);
        without.as(Role.ADMINISTRATOR)
                .get(path(without) + "/2026-07?lang=de")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/lang"));
        without.as(Role.ADMINISTRATOR)
                .get(path(without) + "/July")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/month"));
        without.as(Role.ADMINISTRATOR)
                .accept("image/png")
                .get(path(without) + "/2026-07")
                .then()
                .statusCode(406);
    }

    @Test
    @Rule({"XSV-023", "XSV-029"})
    void first_class_that_is_entered_late_gets_the_reports_of_the_months_closed_meanwhile() {
        var customer = Customers.conclude("phocus", "REPORT-5", "AFAS_SLA", "2024-01-01");
        for (var month : List.of("2026-05", "2026-06")) {
            incidents(customer, month, month, 3, CLOSED);
            availability(customer, month, "month-closed", month, "99.80", 1, CLOSED);
        }
        var marked = Customers.conclude("phocus", "REPORT-6", "AFAS_SLA", "2024-01-01");
        subscribe(marked, "2026-01-15T10:00:00+01:00");
        incidents(marked, "1", "2026-06", 3, CLOSED);
        availability(marked, "1", "month-closed", "2026-06", "99.80", 1, CLOSED);
        // Sent last, so what was sent before it is taken in as well.
        await().atMost(SOON).untilAsserted(() -> list(marked).body("reports.month", contains("2026-06")));
        list(customer).body("reports", hasSize(0));

        subscribe(customer, "2026-05-10T10:00:00+02:00");
        await().atMost(SOON).untilAsserted(() -> list(customer).body("reports.month", contains("2026-06")));
        list(customer).body("awaited.month", not(hasItem("2026-05")));
    }

    @Test
    @Rule({"PRA-005", "XSV-029"})
    void a_report_is_expected_by_the_working_days_of_a_calendar_that_was_published() {
        var calendar = "phocus/desk-" + UUID.randomUUID();
        Others.tell(
                "incident",
                UUID.randomUUID(),
                1,
                "support-calendar-published.v1",
                StreamId.PLATFORM,
                "2026-01-02T09:00:00Z",
                """
                {"calendarId": "%s", "kind": "SUPPORT", "version": 1, "zone": "Europe/Amsterdam", "weekly": {
                  "MONDAY": ["08:00-17:00"], "TUESDAY": ["08:00-17:00"], "WEDNESDAY": ["08:00-17:00"],
                  "THURSDAY": ["08:00-17:00"], "FRIDAY": ["08:00-17:00"]},
                  "days": [{"date": "2026-06-02", "hours": [], "cause": "HOLIDAY", "reason": "Closed"}],
                  "publishedFrom": "2015-01-01", "publishedThrough": "2036-12-31", "source": "own desk",
                  "publishedAt": "2026-01-02T09:00:00Z"}"""
                        .formatted(calendar));
        var customer = await().atMost(SOON)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(
                        () -> Customers.concluded(
                                "phocus", "AFAS_SLA", Map.of("support.calendar", "CALENDAR " + calendar), List.of()),
                        Objects::nonNull);
        subscribe(customer, "2026-04-15T10:00:00+02:00");
        // Monday 1 June is the first working day, the 2nd none.
        list(customer).body("awaited.find { it.month == '2026-05' }.expectedBy", equalTo("2026-06-08"));
    }

    @Test
    @Rule("XSV-030")
    void a_service_that_was_delivered_is_a_service_taken_with_the_hours_spent() {
        var customer = firstClass("REPORT-4");
        var request = "/api/v1/service-requests/"
                + customer.as(Role.ADMINISTRATOR)
                        .body(Map.of("service", "CONSULTANCY", "text", "Set workflows up"))
                        .post("/api/v1/service-requests")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath()
                        .getString("id");
        var today = LocalDate.now(AgreedCalendars.ZONE);
        done(consultant().body(Map.of("cost", 1200.00, "leadTimeDays", 10)), request + "/estimate");
        done(customer.as(Role.AGREEMENT_CONTACT), request + "/approval");
        done(
                consultant()
                        .body(Map.of(
                                "employeeId", UUID.randomUUID().toString(), "hours", 3.5, "day", today.toString())),
                request + "/time");
        done(consultant().body(Map.of("description", "Workflows of J. Jansen set up")), request + "/delivery");

        var month = YearMonth.from(today).toString();
        incidents(customer, "1", month, 3, CLOSED);
        availability(customer, "1", "month-closed", month, "99.80", 1, CLOSED);
        await().atMost(SOON).untilAsserted(() -> list(customer).body("reports.month", contains(month)));
        var report = report(customer, month, "application/json", "en");
        report.body("services.kind", contains("CONSULTANCY"))
                .body("services[0].hours", equalTo(3.5f))
                .body("services[0].day", equalTo(today.toString()));
        assertFalse(report.extract().asString().contains("Jansen"), "no text of a service stands in a report");
    }

    private static RequestSpecification consultant() {
        return Customers.as(Role.CONSULTANT, "phocus", null);
    }

    private static void done(RequestSpecification request, String path) {
        request.post(path).then().statusCode(204);
    }

    private static Customer firstClass(String reference) {
        var customer = Customers.conclude("phocus", reference, "AFAS_SLA", "2024-01-01");
        subscribe(customer, "2026-01-15T10:00:00+01:00");
        return customer;
    }

    private static void subscribe(Customer customer, String at) {
        Customers.as(Role.AGREEMENT_MANAGER, "phocus", null)
                .body(Map.of("at", at))
                .post(customer.path() + "/first-class/subscription")
                .then()
                .statusCode(204);
    }

    private static void train(Customer customer) {
        customer.as(Role.ADMINISTRATOR)
                .body(Map.of(
                        "bookingId",
                        UUID.randomUUID().toString(),
                        "course",
                        "PRO_TRAINING",
                        "title",
                        "=Pro <Payroll>",
                        "participant",
                        "J. Jansen",
                        "startsOn",
                        "2026-04-14",
                        "endsOn",
                        "2026-04-15"))
                .post(customer.path() + "/training/bookings")
                .then()
                .statusCode(204);
    }

    private static void availability(
            Customer customer, String sequence, String type, String month, String share, int outages, String at) {
        send(
                customer,
                "availability",
                type,
                sequence,
                at,
                """
                {"provider": "phocus", "month": "%s", "scope": "TENANT", "figures": {
                  "from": "2026-05-31T22:00:00Z", "to": "2026-06-30T22:00:00Z",
                  "components": {"PROFIT": {"period": 2592000, "unmeasured": 0, "excluded": 3600, "down": 5340, "excludedByDefinition": 3600}},
                  "notMeasured": [], "availability": %s, "coverage": 100.00, "downSeconds": 5340, "excludedSeconds": 3600,
                  "floor": 99.5, "floorMet": true, "outageCount": %d, "maintenanceCount": 2}, "at": "%s"}"""
                        .formatted(month, share, outages, at));
    }

    private static void incidents(Customer customer, String sequence, String month, int submitted, String at) {
        send(
                customer,
                "incident",
                "month-closed",
                sequence,
                at,
                """
                {"month": "%s", "figures": {"submitted": %d, "handled": 1, "lapsed": 0, "open": 0,
                  "perPriority": {"P2": {"count": %d, "responseMet": 1, "responseMissed": 0, "recoveryMet": 1, "recoveryMissed": 0}},
                  "handledWithinTerm": 1, "handledWithinTermShare": 33.33,
                  "leadTimes": {"elapsed": {"meanSeconds": 7200, "medianSeconds": 7200, "longestSeconds": 10800},
                    "net": {"meanSeconds": 7200, "medianSeconds": 7200, "longestSeconds": 10800},
                    "business": {"meanSeconds": 3600, "medianSeconds": 3600, "longestSeconds": 3600}}}, "at": "%s"}"""
                        .formatted(month, submitted, submitted, at));
    }

    /** As the other service would: kept to its contract. */
    private static void send(Customer customer, String service, String type, String sequence, String at, String data) {
        var name = "nl.waarborg." + service + "." + type + ".v1";
        assertEquals(List.of(), faults(name, data));
        var record = new ProducerRecord<>(service + ".events", customer.tenant().toString(), data);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "urn:waarborg:" + service,
                        "ce_type",
                        name,
                        "ce_time",
                        at,
                        "ce_tenantid",
                        customer.tenant().toString(),
                        "ce_sequence",
                        sequence,
                        "content-type",
                        "application/json")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", ServiceSurroundings.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> faults(String type, String data) {
        try {
            return Contract.of(type).faults(new com.fasterxml.jackson.databind.ObjectMapper().readTree(data));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(Customer customer) {
        return "/api/v1/tenants/" + customer.tenant() + "/monthly-reports";
    }

    private static ValidatableResponse list(Customer customer) {
        return customer.as(Role.ADMINISTRATOR).get(path(customer)).then().statusCode(200);
    }

    private static ValidatableResponse report(Customer customer, String month, String form, String language) {
        return customer.as(Role.ADMINISTRATOR)
                .accept(form)
                .get(path(customer) + "/" + month + "?lang=" + language)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(form));
    }

    private static byte[] file(Customer customer, String form, String language) {
        return report(customer, "2026-06", form, language)
                .header("Content-Disposition", containsString("sla-report-2026-06-v1-" + language))
                .extract()
                .asByteArray();
    }

    private static String printed(Customer customer, String language) throws IOException {
        try (var document = Loader.loadPDF(file(customer, "application/pdf", language))) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Each sheet's rows, cells apart by a bar. */
    private static Map<String, String> sheets(Customer customer, String language) throws IOException {
        var sheets = new LinkedHashMap<String, String>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file(customer, XLSX, language)))) {
            for (var sheet : workbook.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .map(row -> row.stream()
                                        .map(cell -> cell == null ? "" : cell.getRawValue())
                                        .collect(Collectors.joining("|")))
                                .collect(Collectors.joining("\n")));
            }
        }
        return sheets;
    }

    private static List<String> lines(Customer customer, String language) throws IOException {
        var text = new String(file(customer, "text/csv", language), StandardCharsets.UTF_8);
        try (var records = CsvReader.builder().ofCsvRecord(text)) {
            return records.stream()
                    .map(record -> String.join("|", record.getFields()))
                    .toList();
        }
    }
}
