/** The forms: no login, no cookie, no script. */
@NullMarked
package nl.waarborg.availability.subscription.api;

import org.jspecify.annotations.NullMarked;
