package nl.waarborg.eventsourcing;

/**
 * An event as others see it: a CloudEvent on the service's topic, without personal data.
 *
 * @param type CloudEvents type with its version, such as {@code nl.waarborg.incident.raised.v1}
 * @param data a record, written as JSON
 */
public record PublishedEvent(String type, Object data) {}
