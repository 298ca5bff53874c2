/** Background jobs as listed. */
@NullMarked
package nl.waarborg.availability.backgroundjob.projection;

import org.jspecify.annotations.NullMarked;
