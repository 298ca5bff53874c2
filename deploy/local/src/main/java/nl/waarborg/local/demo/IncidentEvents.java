package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.local.demo.IncidentStep.Priority;
import org.jspecify.annotations.Nullable;

/** Writes the history of an incident as the events that incident-service takes. */
final class IncidentEvents {

    static final String TYPES = "nl.waarborg.incident.";

    private IncidentEvents() {}

    /**
     * One event per step, in their order. The first of a row has the id {@code <number>/<row>}, a further one also its own number:
     * {@code INC0000045/2}, {@code INC0000045/2/2}.
     */
    static List<PostedEvent> of(IncidentHistory incident, UUID tenant) {
        var events = new ArrayList<PostedEvent>();
        var ofRow = new HashMap<Integer, Integer>();
        for (var step : incident.steps()) {
            var which = ofRow.merge(step.row(), 1, Integer::sum);
            var id = incident.number() + "/" + step.row() + (which == 1 ? "" : "/" + which);
            events.add(new PostedEvent(id, TYPES + type(step), tenant, step.at(), data(step, incident, tenant)));
        }
        return events;
    }

    private static String type(IncidentStep step) {
        return switch (step) {
            case IncidentStep.Raised _ -> "raise.v1";
            case IncidentStep.Prioritised _ -> "prioritise.v1";
            case IncidentStep.ResponseGiven _ -> "respond.v1";
            case IncidentStep.Waiting _ -> "wait.v1";
            case IncidentStep.Resumed _ -> "resume.v1";
            case IncidentStep.Handled _ -> "handle.v1";
            case IncidentStep.Reopened _ -> "reopen.v1";
            case IncidentStep.Assigned _ -> "assign.v1";
            case IncidentStep.Noted _ -> "add-note.v1";
        };
    }

    private static Map<String, Object> data(IncidentStep step, IncidentHistory incident, UUID tenant) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", incident.number());
        switch (step) {
            case IncidentStep.Raised s -> {
                data.put(
                        "submitter",
                        DemoPerson.caller(tenant, incident.caller()).id());
                data.put("channel", "PHONE");
                data.put("title", title(s.reported()));
                data.put("description", description(s.reported()));
                data.put("claimedType", s.priority() == Priority.P3 ? "FAULT" : "DISRUPTION");
                data.put("claimedPriority", s.priority());
            }
            case IncidentStep.Prioritised s -> {
                data.put("priority", s.priority());
                data.put("productionDisrupting", s.priority() != Priority.P3);
                data.put("reason", "Changed in the ticket system");
            }
            case IncidentStep.ResponseGiven s -> put(data, "agent", agent(s.employee()));
            case IncidentStep.Waiting s -> data.put("waitingFor", s.party());
            case IncidentStep.Resumed _ -> {}
            case IncidentStep.Handled s -> {
                put(data, "agent", agent(s.employee()));
                data.put("solution", s.code() == null ? "Resolved" : "Resolved with " + s.code());
            }
            case IncidentStep.Reopened _ -> data.put("reason", "Active again in the ticket system");
            case IncidentStep.Assigned s -> {
                put(data, "agent", agent(s.employee()));
                put(data, "group", s.group());
            }
            case IncidentStep.Noted s -> {
                put(data, "agent", agent(s.employee()));
                data.put("text", s.employee() == null ? "Updated" : s.employee() + " updated the ticket");
            }
        }
        return data;
    }

    private static void put(Map<String, Object> data, String field, @Nullable Object value) {
        if (value != null) {
            data.put(field, value);
        }
    }

    private static @Nullable UUID agent(@Nullable String employee) {
        return employee == null ? null : UUID.nameUUIDFromBytes(("employee/" + employee).getBytes(UTF_8));
    }

    /** The publishers of the log replaced every text by a number; nothing is invented in their place. */
    private static String title(LoggedRow row) {
        return described("Incident", row.category(), row.subcategory());
    }

    private static String description(LoggedRow row) {
        return described("Reported", row.symptom(), row.location());
    }

    private static String described(String first, @Nullable String second, @Nullable String third) {
        return first + (second == null ? "" : ", " + second) + (third == null ? "" : ", " + third);
    }
}
