/** The public endpoints: no login, no cookies, nothing but memory. */
@NullMarked
package nl.waarborg.availability.status.api;

import org.jspecify.annotations.NullMarked;
