package nl.waarborg.eventsourcing;

import java.net.URI;

/**
 * An event as others see it: a CloudEvent on the service's topic, without personal data.
 *
 * @param type CloudEvents type with its version, such as {@code nl.waarborg.incident.raised.v1}
 * @param data a record, written as JSON
 */
public record PublishedEvent(String type, Object data) {

    /** The {@code $id} of the contract of the data, such as {@code urn:waarborg:incident:raised:v1.0}. */
    public URI dataschema() {
        return URI.create(type.replaceFirst("^nl\\.", "urn.").replace('.', ':') + ".0");
    }
}
