/** What other services may know of a month. */
@NullMarked
package nl.waarborg.incident.month.publication;

import org.jspecify.annotations.NullMarked;
