package nl.waarborg.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;

/** The real log that the demo ships. */
final class PublishedLog {

    private PublishedLog() {}

    static List<LoggedRow> rows() {
        var file = PublishedLog.class.getResourceAsStream("/demo/servicenow-incident-log.csv");
        return IncidentLog.read(
                "servicenow-incident-log.csv", new InputStreamReader(Objects.requireNonNull(file), UTF_8));
    }
}
