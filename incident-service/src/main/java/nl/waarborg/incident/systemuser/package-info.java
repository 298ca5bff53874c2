/** System users and Support+, vertically. */
@NullMarked
package nl.waarborg.incident.systemuser;

import org.jspecify.annotations.NullMarked;
