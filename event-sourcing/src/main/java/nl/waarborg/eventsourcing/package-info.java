/**
 * Event sourcing on PostgreSQL: a {@link nl.waarborg.eventsourcing.Decider} holds the rules of one stream, the
 * {@link nl.waarborg.eventsourcing.CommandHandler} runs a command, the {@link nl.waarborg.eventsourcing.EventStore} keeps what
 * happened and updates the service's own {@link nl.waarborg.eventsourcing.Projection}s in the same transaction.
 */
@NullMarked
package nl.waarborg.eventsourcing;

import org.jspecify.annotations.NullMarked;
