/** Months of incidents, vertically. */
@NullMarked
package nl.waarborg.incident.month;

import org.jspecify.annotations.NullMarked;
