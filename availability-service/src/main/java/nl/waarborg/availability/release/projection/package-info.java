/** Releases and migrations as they are listed. */
@NullMarked
package nl.waarborg.availability.release.projection;

import org.jspecify.annotations.NullMarked;
