/** What other services may know of access. */
@NullMarked
package nl.waarborg.incident.systemuser.publication;

import org.jspecify.annotations.NullMarked;
