package nl.waarborg.availability.outage.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the decider must know of an outage. */
public sealed interface Outage {

    record NotStarted() implements Outage {}

    /**
     * @param ledger the exclusions that hold, by id
     * @param proposals that wait for a second person
     */
    record Known(
            OutageTimes times,
            @Nullable Classification classification,
            Map<UUID, Exclusion> ledger,
            Map<UUID, Proposal> proposals)
            implements Outage {

        public Known {
            ledger = Collections.unmodifiableMap(new LinkedHashMap<>(ledger));
            proposals = Collections.unmodifiableMap(new LinkedHashMap<>(proposals));
        }

        Known with(OutageTimes corrected) {
            return new Known(corrected, classification, ledger, proposals);
        }

        Known with(Classification judged) {
            return new Known(times, judged, ledger, proposals);
        }

        Known with(Exclusion line) {
            var lines = new LinkedHashMap<>(ledger);
            lines.put(line.exclusionId(), line);
            return new Known(times, classification, lines, proposals);
        }

        Known withoutLine(UUID exclusion) {
            var lines = new LinkedHashMap<>(ledger);
            lines.remove(exclusion);
            return new Known(times, classification, lines, proposals);
        }

        Known with(UUID id, Proposal proposal) {
            var open = new LinkedHashMap<>(proposals);
            open.put(id, proposal);
            return new Known(times, classification, ledger, open);
        }

        /** Without the proposals of a change that was made. */
        Known without(ProposedChange made) {
            var open = new LinkedHashMap<>(proposals);
            open.values().removeIf(proposal -> proposal.change().equals(made));
            return new Known(times, classification, ledger, open);
        }

        Known withoutProposal(UUID id) {
            var open = new LinkedHashMap<>(proposals);
            open.remove(id);
            return new Known(times, classification, ledger, open);
        }
    }

    /** It was none. */
    record Withdrawn() implements Outage {}

    record Proposal(ProposedChange change, String reason, UUID by, Instant at) {}
}
