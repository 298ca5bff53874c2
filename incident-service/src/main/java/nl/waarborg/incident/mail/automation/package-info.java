/** Mails are sent by the clock, and again until the server accepts them. */
@NullMarked
package nl.waarborg.incident.mail.automation;

import org.jspecify.annotations.NullMarked;
