/** Stored names of the events about performance. */
@NullMarked
package nl.waarborg.availability.performance.storage;

import org.jspecify.annotations.NullMarked;
