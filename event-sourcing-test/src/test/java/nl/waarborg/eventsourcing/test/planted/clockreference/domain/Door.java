package nl.waarborg.eventsourcing.test.planted.clockreference.domain;

import java.time.Instant;
import java.util.function.Supplier;

record Door(Supplier<Instant> clock) {

    static Door open() {
        return new Door(Instant::now);
    }
}
