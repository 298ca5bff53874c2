@NullMarked
package nl.waarborg.eventsourcing;

import org.jspecify.annotations.NullMarked;
