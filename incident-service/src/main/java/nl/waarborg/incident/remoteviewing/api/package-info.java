/** Remote viewing over REST. */
@NullMarked
package nl.waarborg.incident.remoteviewing.api;

import org.jspecify.annotations.NullMarked;
