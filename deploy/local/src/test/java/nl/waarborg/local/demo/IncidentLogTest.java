package nl.waarborg.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentLogTest {

    private static final String COLUMNS =
            "number,incident_state,caller_id,opened_at,sys_updated_at,location,priority\n";

    @Test
    void the_published_log_has_445_incidents_in_2989_rows() {
        var rows = PublishedLog.rows();

        assertEquals(2989, rows.size());
        assertEquals(445, rows.stream().map(LoggedRow::number).distinct().count());
        assertEquals(
                List.of("01", "02", "03", "04"),
                rows.stream()
                        .map(row -> "0" + row.priority())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Test
    void times_are_local_and_a_row_counts_from_the_later_of_opened_and_updated() {
        var winter = row("INC1,New,Caller 1,29-02-2016 01:16,29-02-2016 01:23,Location 1,3 - Moderate");
        var summer = row("INC1,New,Caller 1,28-03-2016 12:00,28-03-2016 11:00,Location 1,3 - Moderate");

        assertEquals(Instant.parse("2016-02-29T00:23:00Z"), winter.at());
        assertEquals(Instant.parse("2016-03-28T10:00:00Z"), summer.at());
    }

    @Test
    void a_question_mark_is_an_absent_value() {
        assertNull(row("INC1,New,Caller 1,29-02-2016 01:16,29-02-2016 01:23,?,3 - Moderate")
                .location());
    }

    @Test
    void the_code_of_an_unknown_state_is_no_state() {
        assertNull(row("INC1,-100,Caller 1,29-02-2016 01:16,29-02-2016 01:23,?,3 - Moderate")
                .state());
    }

    @Test
    void columns_may_stand_in_any_order_beside_others() {
        var rows = read(
                """
                priority,extra,number,caller_id,opened_at,sys_updated_at,location,incident_state
                2 - High,x,INC7,Caller 1,29-02-2016 01:16,29-02-2016 01:23,"Location 1, left",Active
                """);

        assertEquals("Location 1, left", rows.getFirst().location());
        assertEquals(LogState.ACTIVE, rows.getFirst().state());
    }

    @Test
    void what_cannot_be_read_is_told_with_line_and_column() {
        var good = "INC1,New,Caller 1,29-02-2016 01:16,29-02-2016 01:23,?,3 - Moderate\n";

        assertFault(
                COLUMNS + good + "INC1,New,Caller 1,29-02-2016 01:16,31-02-2016 01:23,?,3 - Moderate\n",
                "log.csv, line 3, column 5 (sys_updated_at): cannot be read: \"31-02-2016 01:23\"; expected a local time dd-MM-yyyy HH:mm");
        assertFault(
                COLUMNS + "INC1,Asleep,Caller 1,29-02-2016 01:16,29-02-2016 01:23,?,3 - Moderate\n",
                "log.csv, line 2, column 2 (incident_state): cannot be read: \"Asleep\"; expected New, Active, Awaiting User Info, "
                        + "Awaiting Evidence, Awaiting Problem, Awaiting Vendor, Resolved or Closed");
        assertFault(
                COLUMNS + "INC1,New,?,29-02-2016 01:16,29-02-2016 01:23,?,3 - Moderate\n",
                "log.csv, line 2, column 3 (caller_id): is absent; expected who called");
        assertFault(
                COLUMNS + "INC1,New,Caller 1,29-02-2016 01:16,29-02-2016 01:23,?\n",
                "log.csv, line 2, column 7 (priority): is absent; expected 1 - Critical, 2 - High, 3 - Moderate or 4 - Low");
    }

    @Test
    void a_file_of_another_form_is_refused() {
        assertFault(
                "",
                "log.csv is empty; expected a line of column names: [number, incident_state, caller_id, opened_at, "
                        + "sys_updated_at, location, priority]");
        assertFault(
                COLUMNS + "INC1,New,Caller 1,29-02-2016 01:16,29-02-2016 01:23,?,3 - Moderate,too much\n",
                "log.csv, line 2, column 8: there is no column of that number; the first line names 7");
        assertFault(
                "number,state\n",
                "log.csv, line 1: the column incident_state is missing; the line names [number, state]");
    }

    private static void assertFault(String text, String message) {
        assertEquals(
                message,
                assertThrows(IncidentLogException.class, () -> read(text)).getMessage());
    }

    private static LoggedRow row(String row) {
        return read(COLUMNS + row + "\n").getFirst();
    }

    private static List<LoggedRow> read(String text) {
        return IncidentLog.read("log.csv", new StringReader(text));
    }
}
