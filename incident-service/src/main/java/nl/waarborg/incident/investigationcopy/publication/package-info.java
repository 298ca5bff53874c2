/** What other services may know of copies. */
@NullMarked
package nl.waarborg.incident.investigationcopy.publication;

import org.jspecify.annotations.NullMarked;
