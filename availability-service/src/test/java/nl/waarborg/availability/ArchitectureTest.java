package nl.waarborg.availability;

import nl.waarborg.eventsourcing.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void packages_keep_their_places() {
        ArchitectureRules.of("nl.waarborg.availability").check();
    }
}
