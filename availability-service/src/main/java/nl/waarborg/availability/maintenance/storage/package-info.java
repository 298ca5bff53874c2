/** Stored names of the events of maintenance. */
@NullMarked
package nl.waarborg.availability.maintenance.storage;

import org.jspecify.annotations.NullMarked;
