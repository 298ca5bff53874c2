/** What one service records of an erasure. */
@NullMarked
package nl.waarborg.eventsourcing.erasure.domain;

import org.jspecify.annotations.NullMarked;
