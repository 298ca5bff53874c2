/** REST resources of persons, portal roles and caller checks, and the types that customers' systems post. */
@NullMarked
package nl.waarborg.incident.person.api;

import org.jspecify.annotations.NullMarked;
