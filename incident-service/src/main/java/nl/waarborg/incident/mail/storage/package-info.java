/** Stored names of what became of mails. */
@NullMarked
package nl.waarborg.incident.mail.storage;

import org.jspecify.annotations.NullMarked;
