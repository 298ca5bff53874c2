/** What other services take in of support hours: the same calendar versions everywhere. */
@NullMarked
package nl.waarborg.incident.supportcalendar.publication;

import org.jspecify.annotations.NullMarked;
