/** Counted logins and what is read from them. */
@NullMarked
package nl.waarborg.availability.login.projection;

import org.jspecify.annotations.NullMarked;
