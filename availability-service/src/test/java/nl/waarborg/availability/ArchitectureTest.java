package nl.waarborg.availability;

import nl.waarborg.eventsourcing.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_keep_their_places() {
        // Nothing here reacts to others' events yet.
        ArchitectureRules.of("nl.waarborg.availability").without("automation").check();
    }
}
