/** The on-call roster over REST, and as other systems post it. */
@NullMarked
package nl.waarborg.availability.oncall.api;

import org.jspecify.annotations.NullMarked;
