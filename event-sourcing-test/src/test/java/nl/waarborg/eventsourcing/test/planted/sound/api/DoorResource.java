package nl.waarborg.eventsourcing.test.planted.sound.api;

import nl.waarborg.eventsourcing.test.planted.sound.domain.DoorCommand;
import nl.waarborg.eventsourcing.test.planted.sound.projection.OpenDoors;

record DoorResource(DoorCommand command, OpenDoors doors) {}
