/** What others may know of releases and migrations. */
@NullMarked
package nl.waarborg.availability.release.publication;

import org.jspecify.annotations.NullMarked;
