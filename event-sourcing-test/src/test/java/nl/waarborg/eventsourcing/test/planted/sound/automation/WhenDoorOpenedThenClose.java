package nl.waarborg.eventsourcing.test.planted.sound.automation;

import nl.waarborg.eventsourcing.test.planted.sound.projection.OpenDoors;

record WhenDoorOpenedThenClose(OpenDoors doors) {}
