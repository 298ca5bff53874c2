/** Background jobs over REST, and as other systems post it. */
@NullMarked
package nl.waarborg.availability.backgroundjob.api;

import org.jspecify.annotations.NullMarked;
