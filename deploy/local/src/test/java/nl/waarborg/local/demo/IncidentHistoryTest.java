package nl.waarborg.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.waarborg.local.demo.IncidentStep.Raised;
import org.junit.jupiter.api.Test;

/** The mapping of the log, transition by transition. */
class IncidentHistoryTest {

    private static final String FIRST_CLASS = "Location 204";
    private static final String OTHER = "Location 93";

    private final DemoTenants tenants = DemoTenants.published();

    @Test
    void a_new_incident_is_raised() {
        assertEquals(List.of("1 10:00 raised P3"), told(row("New", 3, "10:00")));
    }

    @Test
    void a_first_row_that_is_not_new_is_a_response_at_that_time_too() {
        assertEquals(List.of("1 10:00 raised P3", "1 10:00 response"), told(row("Active", 3, "10:00")));
        assertEquals(
                List.of("1 10:00 raised P3", "1 10:00 response", "1 10:00 waiting CUSTOMER"),
                told(row("Awaiting User Info", 3, "10:00")));
        assertEquals(
                List.of("1 10:00 raised P3", "1 10:00 response", "1 10:00 handled"), told(row("Resolved", 3, "10:00")));
    }

    @Test
    void from_new_to_active_is_the_response() {
        assertEquals(
                List.of("1 10:00 raised P3", "2 11:00 response"),
                told(row("New", 3, "10:00"), row("Active", 3, "11:00")));
    }

    @Test
    void leaving_new_for_any_other_state_is_a_response_as_well() {
        assertEquals(
                List.of("1 10:00 raised P3", "2 11:00 response", "2 11:00 handled"),
                told(row("New", 3, "10:00"), row("Resolved", 3, "11:00")));
        assertEquals(
                List.of("1 10:00 raised P3", "2 11:00 response", "2 11:00 waiting THIRD_PARTY"),
                told(row("New", 3, "10:00"), row("Awaiting Problem", 3, "11:00")));
    }

    @Test
    void waiting_for_user_info_or_evidence_is_waiting_for_the_customer() {
        for (var state : List.of("Awaiting User Info", "Awaiting Evidence")) {
            assertEquals(
                    "2 11:00 waiting CUSTOMER",
                    told(row("Active", 3, "10:00"), row(state, 3, "11:00")).getLast());
        }
    }

    @Test
    void waiting_for_a_problem_or_a_vendor_is_waiting_for_a_third_party() {
        for (var state : List.of("Awaiting Problem", "Awaiting Vendor")) {
            assertEquals(
                    "2 11:00 waiting THIRD_PARTY",
                    told(row("Active", 3, "10:00"), row(state, 3, "11:00")).getLast());
        }
    }

    @Test
    void from_one_party_to_the_other_is_a_new_wait_and_for_the_same_party_a_note() {
        var told = told(
                row("Active", 3, "10:00"),
                row("Awaiting User Info", 3, "11:00"),
                row("Awaiting Vendor", 3, "12:00"),
                row("Awaiting Problem", 3, "13:00"));

        assertEquals(
                List.of("2 11:00 waiting CUSTOMER", "3 12:00 waiting THIRD_PARTY", "4 13:00 note"), told.subList(2, 5));
    }

    @Test
    void from_waiting_to_active_is_resumed() {
        assertEquals(
                "2 11:00 resumed",
                told(row("Awaiting Vendor", 3, "10:00"), row("Active", 3, "11:00"))
                        .getLast());
    }

    @Test
    void resolved_is_handled_at_the_rows_time_and_closed_adds_nothing() {
        var told = told(
                row("Active", 3, "10:00"),
                row("Resolved", 3, "11:00"),
                row("Closed", 3, "15:00"),
                row("Closed", 3, "16:00"));

        assertEquals(List.of("1 10:00 raised P3", "1 10:00 response", "2 11:00 handled"), told);
    }

    @Test
    void closed_without_resolved_is_handled_then() {
        assertEquals(
                "2 11:00 handled",
                told(row("Active", 3, "10:00"), row("Closed", 3, "11:00")).getLast());
    }

    @Test
    void from_resolved_back_to_active_is_a_reopening() {
        var told = told(row("Resolved", 3, "10:00"), row("Active", 3, "11:00"), row("Resolved", 3, "12:00"));

        assertEquals(List.of("2 11:00 reopened", "3 12:00 handled"), told.subList(3, 5));
    }

    @Test
    void a_row_with_the_same_state_is_an_assignment_if_that_changed_and_else_a_note() {
        var told = told(
                row("New", 3, "10:00") + ",?,?",
                row("New", 3, "11:00") + ",Group 1,?",
                row("New", 3, "12:00") + ",Group 1,?",
                row("New", 3, "13:00") + ",Group 1,Resolver 2");

        assertEquals(
                List.of(
                        "1 10:00 raised P3",
                        "2 11:00 assigned Group 1",
                        "3 12:00 note",
                        "4 13:00 assigned Group 1 Resolver 2"),
                told);
    }

    @Test
    void a_row_in_resolved_is_a_note() {
        assertEquals(
                "2 11:00 note",
                told(row("Resolved", 3, "10:00") + ",?,?", row("Resolved", 3, "11:00") + ",Group 1,?")
                        .getLast());
    }

    @Test
    void priority_1_is_p1_with_first_class_and_else_p2() {
        assertEquals(List.of("1 10:00 raised P1"), told(row("New", 1, "10:00", FIRST_CLASS)));
        assertEquals(List.of("1 10:00 raised P2"), told(row("New", 1, "10:00", OTHER)));
        assertEquals(List.of("1 10:00 raised P2"), told(row("New", 2, "10:00", FIRST_CLASS)));
        assertEquals(List.of("1 10:00 raised P3"), told(row("New", 4, "10:00", FIRST_CLASS)));
    }

    @Test
    void a_changed_priority_is_told_before_what_else_the_row_means() {
        assertEquals(
                List.of("1 10:00 raised P3", "2 11:00 prioritised P1", "2 11:00 response"),
                told(row("New", 3, "10:00", FIRST_CLASS), row("Active", 1, "11:00", FIRST_CLASS)));
    }

    @Test
    void a_priority_that_the_contract_does_not_tell_apart_is_no_change() {
        assertEquals(
                List.of("1 10:00 raised P3", "2 11:00 note"), told(row("New", 3, "10:00"), row("New", 4, "11:00")));
        assertEquals(
                List.of("1 10:00 raised P2", "2 11:00 note"), told(row("New", 1, "10:00"), row("New", 2, "11:00")));
    }

    @Test
    void nothing_happens_before_the_row_before_it() {
        assertEquals(
                List.of("1 11:10 raised P3", "2 11:10 note"), told(row("New", 3, "11:10"), row("New", 3, "09:52")));
    }

    @Test
    void the_published_log_becomes_a_history_of_every_incident() {
        var histories = IncidentHistory.of(PublishedLog.rows(), tenants);

        assertEquals(445, histories.size());
        var counts = new HashMap<String, Integer>();
        for (var incident : histories) {
            assertTrue(incident.steps().getFirst() instanceof Raised, incident.number());
            var at = Instant.MIN;
            for (var step : incident.steps()) {
                assertFalse(step.at().isBefore(at), incident.number());
                at = step.at();
                counts.merge(step.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        assertEquals(445, counts.get("Raised"));
        assertEquals(445, counts.get("ResponseGiven"));
        assertEquals(451, counts.get("Handled"));
        assertEquals(6, counts.get("Reopened"));
        // Straight from the log's transitions: 105 + 40 + 3 into user info and 5 at first; 6 + 6 + 2 into a problem.
        assertEquals(153 + 14, counts.get("Waiting"));
        assertEquals(39 + 3, counts.get("Resumed"));
    }

    private List<String> told(String... rows) {
        var columns =
                "number,incident_state,priority,opened_at,sys_updated_at,caller_id,location,assignment_group,assigned_to\n";
        var text = columns + String.join("\n", rows) + "\n";
        var histories = IncidentHistory.of(IncidentLog.read("log.csv", new StringReader(text)), tenants);
        return histories.getFirst().steps().stream()
                .map(IncidentHistoryTest::tell)
                .collect(Collectors.toList());
    }

    private static String row(String state, int priority, String time) {
        return row(state, priority, time, OTHER);
    }

    private static String row(String state, int priority, String time, String location) {
        return "INC1,%s,%d,01-03-2016 09:00,01-03-2016 %s,Caller 1,%s".formatted(state, priority, time, location);
    }

    private static String tell(IncidentStep step) {
        var what =
                switch (step) {
                    case IncidentStep.Raised s -> "raised " + s.priority();
                    case IncidentStep.Prioritised s -> "prioritised " + s.priority();
                    case IncidentStep.ResponseGiven _ -> "response";
                    case IncidentStep.Waiting s -> "waiting " + s.party();
                    case IncidentStep.Resumed _ -> "resumed";
                    case IncidentStep.Handled _ -> "handled";
                    case IncidentStep.Reopened _ -> "reopened";
                    case IncidentStep.Assigned s ->
                        "assigned " + s.group() + (s.employee() == null ? "" : " " + s.employee());
                    case IncidentStep.Noted _ -> "note";
                };
        var local = step.at().atZone(IncidentLog.ZONE).toLocalTime();
        return String.format(Locale.ROOT, "%d %s %s", step.row(), local, what);
    }
}
