/** Stored names of what happens to outages. */
@NullMarked
package nl.waarborg.availability.outage.storage;

import org.jspecify.annotations.NullMarked;
