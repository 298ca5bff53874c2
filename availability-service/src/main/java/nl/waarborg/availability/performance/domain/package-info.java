/** Months of response times, complaints and improvements. */
@NullMarked
package nl.waarborg.availability.performance.domain;

import org.jspecify.annotations.NullMarked;
