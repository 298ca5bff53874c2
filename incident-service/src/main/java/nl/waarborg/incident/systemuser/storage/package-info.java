/** Stored names of what happens to system users and Support+. */
@NullMarked
package nl.waarborg.incident.systemuser.storage;

import org.jspecify.annotations.NullMarked;
