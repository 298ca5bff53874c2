/** What is said to the public, in its languages and its time zone. */
@NullMarked
package nl.waarborg.availability.status.words;

import org.jspecify.annotations.NullMarked;
