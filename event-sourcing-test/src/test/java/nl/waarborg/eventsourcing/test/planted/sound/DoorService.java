package nl.waarborg.eventsourcing.test.planted.sound;

import nl.waarborg.eventsourcing.test.planted.sound.storage.DoorEventTypes;

record DoorService(DoorEventTypes types) {}
