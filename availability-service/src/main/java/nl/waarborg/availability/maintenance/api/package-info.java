/** Maintenance over REST, and as other systems post it. */
@NullMarked
package nl.waarborg.availability.maintenance.api;

import org.jspecify.annotations.NullMarked;
