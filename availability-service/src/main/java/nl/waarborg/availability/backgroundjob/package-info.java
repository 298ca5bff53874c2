/** Background jobs. */
@NullMarked
package nl.waarborg.availability.backgroundjob;

import org.jspecify.annotations.NullMarked;
