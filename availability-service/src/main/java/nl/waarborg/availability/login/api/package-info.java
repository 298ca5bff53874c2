/** Counts as they are posted, and what security officers see. */
@NullMarked
package nl.waarborg.availability.login.api;

import org.jspecify.annotations.NullMarked;
