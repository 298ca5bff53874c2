/** Folded response times and what is read from them. */
@NullMarked
package nl.waarborg.availability.performance.projection;

import org.jspecify.annotations.NullMarked;
