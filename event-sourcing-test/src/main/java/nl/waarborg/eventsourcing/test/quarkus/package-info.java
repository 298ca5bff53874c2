/** What a service's tests stand in when they run it whole. */
@NullMarked
package nl.waarborg.eventsourcing.test.quarkus;

import org.jspecify.annotations.NullMarked;
