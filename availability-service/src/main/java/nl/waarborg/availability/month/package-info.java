/** Months of availability, vertically. */
@NullMarked
package nl.waarborg.availability.month;

import org.jspecify.annotations.NullMarked;
