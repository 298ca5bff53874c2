/** Patches as they are listed. */
@NullMarked
package nl.waarborg.availability.patch.projection;

import org.jspecify.annotations.NullMarked;
