package nl.waarborg.benchmarks;

import java.util.UUID;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Personal;

/** The measured event: the free text is personal and stored encrypted, as in the services. */
sealed interface FiledEvent {

    EventTypes<FiledEvent> TYPES =
            new EventTypes<>("filed", FiledEvent.class).type("incident-filed", IncidentFiled.class);

    /** The same events in a category of their own: a store that projects them must not meet those of one that does not. */
    EventTypes<FiledEvent> UNPROJECTED_TYPES =
            new EventTypes<>("unprojected", FiledEvent.class).type("incident-filed", IncidentFiled.class);

    /** And once more, for those that get a leaf of the evidence each. */
    EventTypes<FiledEvent> NUMBERED_TYPES =
            new EventTypes<>("numbered", FiledEvent.class).type("incident-filed", IncidentFiled.class);

    EventTypes<PlainEvent> PLAIN_TYPES =
            new EventTypes<>("plain", PlainEvent.class).type("plain-filed", PlainFiled.class);

    record IncidentFiled(
            UUID incident, String channel, @Personal String title, @Personal String description, int priority)
            implements FiledEvent {

        static final IncidentFiled SAMPLE = new IncidentFiled(
                Payload.SAMPLE.incident(),
                Payload.SAMPLE.channel(),
                Payload.SAMPLE.title(),
                Payload.SAMPLE.description(),
                Payload.SAMPLE.priority());
    }

    /** The same without anything to encrypt. */
    sealed interface PlainEvent {}

    record PlainFiled(UUID incident, String channel, String title, String description, int priority)
            implements PlainEvent {

        static final PlainFiled SAMPLE = new PlainFiled(
                Payload.SAMPLE.incident(),
                Payload.SAMPLE.channel(),
                Payload.SAMPLE.title(),
                Payload.SAMPLE.description(),
                Payload.SAMPLE.priority());
    }
}
