/** Takes in other services' events and posted events from Kafka: each once, with what it changed in the same transaction. */
@NullMarked
package nl.waarborg.eventsourcing.inbound;

import org.jspecify.annotations.NullMarked;
