/** How projections of this service write and read rows. */
@NullMarked
package nl.waarborg.incident.projection;

import org.jspecify.annotations.NullMarked;
