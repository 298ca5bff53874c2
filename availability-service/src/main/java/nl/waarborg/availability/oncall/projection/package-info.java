/** The on-call roster as listed. */
@NullMarked
package nl.waarborg.availability.oncall.projection;

import org.jspecify.annotations.NullMarked;
