package nl.waarborg.eventsourcing.test.planted.sound.storage;

import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.test.planted.sound.domain.DoorEvent;

public final class DoorEventTypes {

    public static final EventTypes<DoorEvent> DOOR_EVENTS =
            new EventTypes<>("door", DoorEvent.class).type("door-opened", DoorEvent.Opened.class);

    private DoorEventTypes() {}
}
