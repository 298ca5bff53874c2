/** What others may know of patches. */
@NullMarked
package nl.waarborg.availability.patch.publication;

import org.jspecify.annotations.NullMarked;
