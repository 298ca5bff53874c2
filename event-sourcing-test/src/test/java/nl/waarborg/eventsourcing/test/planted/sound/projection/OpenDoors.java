package nl.waarborg.eventsourcing.test.planted.sound.projection;

import java.sql.Connection;
import nl.waarborg.eventsourcing.test.planted.sound.domain.DoorEvent;

public record OpenDoors(Connection connection, DoorEvent last) {}
