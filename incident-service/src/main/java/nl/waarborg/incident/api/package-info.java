/** What the REST resources of this service share. */
@NullMarked
package nl.waarborg.incident.api;

import org.jspecify.annotations.NullMarked;
