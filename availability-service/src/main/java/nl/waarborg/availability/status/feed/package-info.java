/** The same status for machines. */
@NullMarked
package nl.waarborg.availability.status.feed;

import org.jspecify.annotations.NullMarked;
