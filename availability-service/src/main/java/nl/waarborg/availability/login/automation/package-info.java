/** Judges every hour, and checks every day. */
@NullMarked
package nl.waarborg.availability.login.automation;

import org.jspecify.annotations.NullMarked;
