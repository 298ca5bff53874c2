/** Evidence that the stored events are what was recorded: the relay's leaves, signed checkpoints, proofs and verifications. */
@NullMarked
package nl.waarborg.eventsourcing.evidence;

import org.jspecify.annotations.NullMarked;
