/** Problem management over REST. */
@NullMarked
package nl.waarborg.incident.problem.api;

import org.jspecify.annotations.NullMarked;
