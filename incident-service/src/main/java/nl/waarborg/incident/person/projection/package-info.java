/** Views of persons, portal roles and caller checks. */
@NullMarked
package nl.waarborg.incident.person.projection;

import org.jspecify.annotations.NullMarked;
