/** Making a tenant's personal data unreadable for ever, and looking whether they are. */
@NullMarked
package nl.waarborg.eventsourcing.erasure;

import org.jspecify.annotations.NullMarked;
