/** What tests of event-sourced services share. */
@NullMarked
package nl.waarborg.eventsourcing.test;

import org.jspecify.annotations.NullMarked;
