package nl.waarborg.eventsourcing.test.planted.dice.domain;

import java.util.UUID;

record Door(UUID id) {

    static Door open() {
        return new Door(UUID.randomUUID());
    }
}
