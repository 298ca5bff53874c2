package nl.waarborg.eventsourcing.test.planted.clock.domain;

import java.time.Instant;

record Door(Instant at) {

    static Door open() {
        return new Door(Instant.now());
    }
}
