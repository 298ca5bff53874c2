/** What others may know of an incident. */
@NullMarked
package nl.waarborg.incident.incident.publication;

import org.jspecify.annotations.NullMarked;
