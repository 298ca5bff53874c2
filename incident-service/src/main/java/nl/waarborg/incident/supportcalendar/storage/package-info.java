/** Stored names of what is published about support hours. */
@NullMarked
package nl.waarborg.incident.supportcalendar.storage;

import org.jspecify.annotations.NullMarked;
