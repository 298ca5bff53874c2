package nl.waarborg.incident;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import nl.waarborg.eventsourcing.test.quarkus.ServiceSurroundings;

/** A service whose limits a test can reach. */
public final class TightLimits implements QuarkusTestProfile {

    static final int REQUESTS = 200;
    static final int BODY = 20_000;
    static final int REFUSALS_PER_SECOND = 5;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "waarborg.web.rate-limit", Integer.toString(REQUESTS),
                "waarborg.web.rate-period", "PT10S",
                "waarborg.web.max-body", Integer.toString(BODY),
                "waarborg.web.refusals-per-second", Integer.toString(REFUSALS_PER_SECOND),
                "waarborg.web.heartbeat", "PT0.5S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ServiceSurroundings.class, Map.of("database", "incident_limits")));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
