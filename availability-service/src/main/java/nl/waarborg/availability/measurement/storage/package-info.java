/** Stored names of suspicions of outages. */
@NullMarked
package nl.waarborg.availability.measurement.storage;

import org.jspecify.annotations.NullMarked;
