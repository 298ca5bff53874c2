package nl.waarborg.eventsourcing.test.planted.sound.publication;

import nl.waarborg.eventsourcing.test.planted.sound.domain.DoorEvent;

record PublishedDoorEvent(DoorEvent event) {}
