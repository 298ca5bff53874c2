/** What others may know of performance. */
@NullMarked
package nl.waarborg.availability.performance.publication;

import org.jspecify.annotations.NullMarked;
