/** Which changes are told by mail, and what became of the mail. */
@NullMarked
package nl.waarborg.incident.mail.projection;

import org.jspecify.annotations.NullMarked;
