/** What the portal shows of the platform before a report is made. */
@NullMarked
package nl.waarborg.incident.notice.api;

import org.jspecify.annotations.NullMarked;
