/**
 * Evidence that recorded events are still what they were: a Merkle tree (RFC 9162) over them, signed checkpoints, proofs, and what checks
 * them without the service. Pure Java.
 */
@NullMarked
package nl.waarborg.evidence;

import org.jspecify.annotations.NullMarked;
