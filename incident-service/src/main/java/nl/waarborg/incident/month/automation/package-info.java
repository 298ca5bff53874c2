/** Months are closed and corrected by the clock. */
@NullMarked
package nl.waarborg.incident.month.automation;

import org.jspecify.annotations.NullMarked;
