/** Folded samples and what is read from them. */
@NullMarked
package nl.waarborg.availability.measurement.projection;

import org.jspecify.annotations.NullMarked;
