/** What others may know of background jobs. */
@NullMarked
package nl.waarborg.availability.backgroundjob.publication;

import org.jspecify.annotations.NullMarked;
