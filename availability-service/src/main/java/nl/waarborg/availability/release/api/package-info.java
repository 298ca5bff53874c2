/** Releases and migrations over REST. */
@NullMarked
package nl.waarborg.availability.release.api;

import org.jspecify.annotations.NullMarked;
