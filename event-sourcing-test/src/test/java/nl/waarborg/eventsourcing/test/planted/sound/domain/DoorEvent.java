package nl.waarborg.eventsourcing.test.planted.sound.domain;

import java.time.Instant;

public sealed interface DoorEvent {

    record Opened(Instant at) implements DoorEvent {}
}
