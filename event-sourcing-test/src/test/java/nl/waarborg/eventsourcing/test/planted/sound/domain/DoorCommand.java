package nl.waarborg.eventsourcing.test.planted.sound.domain;

public sealed interface DoorCommand {

    record Open() implements DoorCommand {}
}
