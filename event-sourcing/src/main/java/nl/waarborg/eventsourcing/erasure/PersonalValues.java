package nl.waarborg.eventsourcing.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Some of a tenant's personal values in plain text, in memory only: to search for them once nothing should hold them any more. */
final class PersonalValues {

    /** Shorter ones stand in other texts by chance. */
    private static final int SHORTEST = 8;

    private static final int MOST = 1_000;

    private final Set<String> values = new LinkedHashSet<>();

    void add(JsonNode value) {
        if (values.size() >= MOST) {
            return;
        }
        if (value.isTextual() && value.textValue().strip().length() >= SHORTEST) {
            values.add(value.textValue().strip());
        }
        value.forEach(this::add);
    }

    boolean standIn(String text) {
        return values.stream().anyMatch(text::contains);
    }

    int size() {
        return values.size();
    }
}
