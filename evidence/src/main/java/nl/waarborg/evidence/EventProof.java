package nl.waarborg.evidence;

import java.util.List;
import java.util.Optional;

/**
 * That an event was recorded as it stands here: checked with the log's key alone.
 *
 * @param event as it is stored now
 * @param index the number of its leaf, from 0, in the order of the write-ahead log
 * @param path from the leaf to the root, the nearest first
 * @param checkpoint a signed note
 */
public record EventProof(EventContent event, long index, List<Hash> path, String checkpoint) {

    public EventProof {
        path = List.copyOf(path);
    }

    /** What does not hold; empty if the event is what was recorded. */
    public Optional<String> objection(VerifierKey key) {
        var claimed = Checkpoint.open(checkpoint, key);
        if (claimed.isEmpty()) {
            return Optional.of("the checkpoint is not signed by " + key.name());
        }
        return Proofs.includes(
                        event.leaf(),
                        index,
                        path,
                        claimed.get().size(),
                        claimed.get().root())
                ? Optional.empty()
                : Optional.of("the event is not what was recorded at place " + index);
    }
}
