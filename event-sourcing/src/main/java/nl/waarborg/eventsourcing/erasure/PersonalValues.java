package nl.waarborg.eventsourcing.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Some of a tenant's personal values in plain text, in memory only: to search for them once nothing should hold them any more. Only free
 * text is sought: ids, times, amounts and words of a list stand elsewhere for reasons of their own, and so does the organisation's name.
 */
final class PersonalValues {

    /** Shorter ones stand in other texts by chance. */
    private static final int SHORTEST = 8;

    private static final int MOST = 1_000;

    /** A word of a list, an id, a day or time, a length of time, an amount. */
    private static final Pattern NO_FREE_TEXT = Pattern.compile(String.join(
            "|",
            "[A-Z][A-Z0-9_]*",
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
            "\\d{4}-\\d{2}-\\d{2}(T.*)?",
            "P[0-9TYMWDHS.]+",
            "-?\\d+[.]\\d+"));

    /** What says so much that it is sought within other texts too; a single word is not, a name of a city say. */
    private static final Pattern TELLING = Pattern.compile(".*[\\s@].*", Pattern.DOTALL);

    private final Set<String> values = new LinkedHashSet<>();
    private final List<String> names;

    /** @param names of the organisation itself, which are no personal data and stand in clear in many places */
    PersonalValues(List<String> names) {
        this.names = List.copyOf(names);
    }

    void add(JsonNode value) {
        if (values.size() >= MOST) {
            return;
        }
        if (value.isTextual()) {
            var text = value.textValue().strip();
            if (text.length() >= SHORTEST && !NO_FREE_TEXT.matcher(text).matches()) {
                values.add(text);
            }
        }
        value.forEach(this::add);
    }

    /** Whether any text in it is one of them, or holds one that is more than a word. */
    boolean standIn(JsonNode document) {
        if (document.isTextual()) {
            return standIn(document.textValue());
        }
        for (var part : document) {
            if (standIn(part)) {
                return true;
            }
        }
        return false;
    }

    boolean standIn(String text) {
        var whole = text.strip();
        return values.stream()
                .anyMatch(value -> (whole.equals(value)
                                || (text.contains(value)
                                        && TELLING.matcher(value).matches()))
                        && standsBesideTheNames(value, text));
    }

    /** Whether it stands elsewhere than within the organisation's name: people call it by that, or by part of it. */
    private boolean standsBesideTheNames(String value, String text) {
        var rest = text;
        for (var name : names) {
            if (name.contains(value)) {
                rest = rest.replace(name, "");
            }
        }
        return rest.contains(value);
    }

    int size() {
        return values.size();
    }
}
