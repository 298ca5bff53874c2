/** Stored names of the events about logins. */
@NullMarked
package nl.waarborg.availability.login.storage;

import org.jspecify.annotations.NullMarked;
