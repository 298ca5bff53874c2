/** What the platform promised to be, and what it was: up, fast, maintained and renewed on time. */
@NullMarked
package nl.waarborg.availability;

import org.jspecify.annotations.NullMarked;
