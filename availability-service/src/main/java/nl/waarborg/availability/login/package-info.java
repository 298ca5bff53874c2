/** Numbers of login attempts: what is out of the ordinary, and what looks like misuse. */
@NullMarked
package nl.waarborg.availability.login;

import org.jspecify.annotations.NullMarked;
