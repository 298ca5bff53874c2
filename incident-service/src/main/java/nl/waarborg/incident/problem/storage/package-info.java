/** Stored names of what happens to problems, analyses and signals. */
@NullMarked
package nl.waarborg.incident.problem.storage;

import org.jspecify.annotations.NullMarked;
