/** Investigation copies over REST. */
@NullMarked
package nl.waarborg.incident.investigationcopy.api;

import org.jspecify.annotations.NullMarked;
