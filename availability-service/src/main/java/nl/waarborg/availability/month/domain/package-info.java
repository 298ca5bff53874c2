/** Availability of a month, exactly. */
@NullMarked
package nl.waarborg.availability.month.domain;

import org.jspecify.annotations.NullMarked;
