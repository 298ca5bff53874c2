package nl.waarborg.eventsourcing.test.planted.upwards.projection;

import nl.waarborg.eventsourcing.test.planted.upwards.api.DoorResource;

record OpenDoors(DoorResource resource) {}
