/** Stored names of the events of background jobs. */
@NullMarked
package nl.waarborg.availability.backgroundjob.storage;

import org.jspecify.annotations.NullMarked;
