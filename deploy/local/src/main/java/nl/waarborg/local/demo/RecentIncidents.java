package nl.waarborg.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.waarborg.local.Role;
import nl.waarborg.local.demo.Customers.Concluded;

/**
 * Made incidents of the past year at the customers with First Class by {@code demo/recent-incidents.csv}, so that the reports of their
 * months have something to tell. The same for the same end.
 */
final class RecentIncidents {

    private final List<Concluded> customers;
    private final Instant end;

    /** @param end months are counted back from it; UTC */
    RecentIncidents(List<Concluded> customers, Instant end) {
        this.customers = customers;
        this.end = end;
    }

    /** The customers that the table names. */
    List<Concluded> reporting() {
        return rows().stream().map(this::customer).distinct().toList();
    }

    /** Each as it was raised, answered and handled, in the order in which that happened. */
    List<PostedEvent> events() {
        var events = new ArrayList<PostedEvent>();
        rows().forEach(row -> tell(events, row));
        events.sort(Comparator.comparing(PostedEvent::time));
        return events;
    }

    private void tell(List<PostedEvent> events, Table.Row row) {
        var customer = customer(row);
        var raisedAt = row.ago(end, "time");
        var number = "DEMO-" + raisedAt.atZone(IncidentLog.ZONE).toLocalDateTime();
        var urgent = !row.text("priority").equals("P3");
        var raised = new LinkedHashMap<String, Object>();
        raised.put("submitter", customer.as(Role.INCIDENT_SUBMITTER).person());
        raised.put("channel", "PORTAL");
        raised.put("title", row.text("title"));
        raised.put("description", row.text("title"));
        raised.put("claimedType", urgent ? "DISRUPTION" : "FAULT");
        raised.put("claimedPriority", row.text("priority"));
        raised.put("productionDisrupting", urgent);
        add(events, customer, number, "raise", raisedAt, raised);
        add(events, customer, number, "respond", raisedAt.plus(minutes(row, "answered_minutes")), Map.of());
        add(
                events,
                customer,
                number,
                "handle",
                raisedAt.plus(minutes(row, "handled_minutes")),
                Map.of("solution", row.text("solution")));
    }

    private static void add(
            List<PostedEvent> events,
            Concluded customer,
            String number,
            String type,
            Instant at,
            Map<String, Object> data) {
        var whole = new LinkedHashMap<>(data);
        whole.put("number", number);
        events.add(new PostedEvent(
                customer.tenant().key() + '/' + number + '/' + type,
                IncidentEvents.TYPES + type + ".v1",
                customer.id(),
                at,
                whole));
    }

    private Concluded customer(Table.Row row) {
        return Customers.of(customers, row.text("tenant"));
    }

    private static Duration minutes(Table.Row row, String column) {
        return Duration.ofMinutes(row.required(column, "a number of minutes", Long::valueOf));
    }

    private static List<Table.Row> rows() {
        return Table.resource(
                "recent-incidents.csv", List.of("tenant", "months_ago", "day", "time", "priority"), row -> row);
    }
}
