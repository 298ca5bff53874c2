/** When a vendor is open: weekly hours, dated deviations and holidays, and arithmetic in open time and working days. */
@NullMarked
package nl.waarborg.terms.calendar;

import org.jspecify.annotations.NullMarked;
