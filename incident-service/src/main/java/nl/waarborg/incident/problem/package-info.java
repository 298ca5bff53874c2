/** Problem management, vertically. */
@NullMarked
package nl.waarborg.incident.problem;

import org.jspecify.annotations.NullMarked;
