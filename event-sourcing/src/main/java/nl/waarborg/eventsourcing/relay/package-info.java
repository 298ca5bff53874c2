/** Brings what was appended to the service's topic: from the write-ahead log, at least once, in order per stream. */
@NullMarked
package nl.waarborg.eventsourcing.relay;

import org.jspecify.annotations.NullMarked;
