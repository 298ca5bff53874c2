/** How projections and views write and read rows. */
@NullMarked
package nl.waarborg.eventsourcing.projection;

import org.jspecify.annotations.NullMarked;
