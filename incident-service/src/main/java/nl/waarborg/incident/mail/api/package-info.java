/** The mails of incidents over REST. */
@NullMarked
package nl.waarborg.incident.mail.api;

import org.jspecify.annotations.NullMarked;
