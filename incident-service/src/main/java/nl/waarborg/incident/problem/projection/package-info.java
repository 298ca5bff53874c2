/** Problems, analyses and signals as support sees them. */
@NullMarked
package nl.waarborg.incident.problem.projection;

import org.jspecify.annotations.NullMarked;
