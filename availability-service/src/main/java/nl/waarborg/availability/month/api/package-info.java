/** Months of availability over REST. */
@NullMarked
package nl.waarborg.availability.month.api;

import org.jspecify.annotations.NullMarked;
