/** Mail to submitters, vertically. */
@NullMarked
package nl.waarborg.incident.mail;

import org.jspecify.annotations.NullMarked;
