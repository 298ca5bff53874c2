package nl.waarborg.eventsourcing.test.planted.upwards.api;

public record DoorResource() {}
