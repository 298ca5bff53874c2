/** New versions and migrations. */
@NullMarked
package nl.waarborg.availability.release;

import org.jspecify.annotations.NullMarked;
