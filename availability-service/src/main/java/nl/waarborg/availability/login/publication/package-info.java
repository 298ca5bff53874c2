/** What others may know of logins. */
@NullMarked
package nl.waarborg.availability.login.publication;

import org.jspecify.annotations.NullMarked;
