/** Questions about availability and maintenance, answered without storing anything. */
@NullMarked
package nl.waarborg.availability.calculation;

import org.jspecify.annotations.NullMarked;
