/** Closes months, and links complaints to what was measured. */
@NullMarked
package nl.waarborg.availability.performance.automation;

import org.jspecify.annotations.NullMarked;
