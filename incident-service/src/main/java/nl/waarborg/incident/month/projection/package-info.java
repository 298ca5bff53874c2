/** The figures of incidents, and the months made of them. */
@NullMarked
package nl.waarborg.incident.month.projection;

import org.jspecify.annotations.NullMarked;
