/** Investigation copies, vertically. */
@NullMarked
package nl.waarborg.incident.investigationcopy;

import org.jspecify.annotations.NullMarked;
