/** Reports over months and years. */
@NullMarked
package nl.waarborg.incident.month.api;

import org.jspecify.annotations.NullMarked;
