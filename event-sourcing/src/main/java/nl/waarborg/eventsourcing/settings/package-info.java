/** What can be configured, and what a service's topics are called. */
@NullMarked
package nl.waarborg.eventsourcing.settings;

import org.jspecify.annotations.NullMarked;
