/** The on-call roster. */
@NullMarked
package nl.waarborg.availability.oncall;

import org.jspecify.annotations.NullMarked;
