package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorAnnounced;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionDecided;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorObjectionRaised;
import nl.waarborg.processoragreement.subprocessor.domain.SubprocessorEvent.SubprocessorRegistered;
import org.jspecify.annotations.Nullable;

/** What the rules must know about a supplier. */
public sealed interface Subprocessor {

    String CATEGORY = "subprocessor";

    static StreamId stream(UUID subprocessor) {
        return new StreamId(CATEGORY, subprocessor);
    }

    record NotRegistered() implements Subprocessor {}

    record Refused() implements Subprocessor {}

    /** @param decision null while the board has not decided */
    record Objection(UUID tenant, @Nullable BoardDecision decision) {}

    record Registered(
            SubprocessorRegistered registration,
            @Nullable SubprocessorAnnounced announcement,
            Map<UUID, Objection> objections,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt)
            implements Subprocessor {

        boolean decided(@Nullable BoardDecision decision) {
            return objections.values().stream().anyMatch(objection -> objection.decision() == decision);
        }

        Registered with(SubprocessorAnnounced announced) {
            return new Registered(registration, announced, objections, startedAt, endedAt);
        }

        Registered with(SubprocessorObjectionRaised raised) {
            return with(raised.objectionId(), new Objection(raised.tenant(), null));
        }

        Registered with(SubprocessorObjectionDecided decided) {
            var objection = objections.get(decided.objectionId());
            return objection == null
                    ? this
                    : with(decided.objectionId(), new Objection(objection.tenant(), decided.decision()));
        }

        Registered started(Instant at) {
            return new Registered(registration, announcement, objections, at, null);
        }

        /** Before it starts anew it is announced anew. */
        Registered ended(Instant at) {
            return new Registered(registration, null, objections, startedAt, at);
        }

        private Registered with(UUID id, Objection objection) {
            var all = new LinkedHashMap<>(objections);
            all.put(id, objection);
            return new Registered(registration, announcement, Map.copyOf(all), startedAt, endedAt);
        }
    }
}
