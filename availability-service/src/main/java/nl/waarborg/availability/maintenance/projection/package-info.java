/** Maintenance as it is listed. */
@NullMarked
package nl.waarborg.availability.maintenance.projection;

import org.jspecify.annotations.NullMarked;
