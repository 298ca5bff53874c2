package nl.waarborg.processoragreement.subprocessor.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Personal;
import org.jspecify.annotations.Nullable;

/** Stored forever, on the platform's streams. */
public sealed interface SubprocessorEvent {

    UUID subprocessorId();

    String provider();

    record SubprocessorRegistered(UUID subprocessorId, String provider, Supplier supplier, Instant at)
            implements SubprocessorEvent {}

    record SubprocessorRefused(
            UUID subprocessorId, String provider, Supplier supplier, SupplierRefusal reason, Instant at)
            implements SubprocessorEvent {}

    /** The supplier's own notice is shorter than the one that the vendor promised its customers. */
    record UpstreamNoticeTooShort(UUID subprocessorId, String provider, String upstreamNotice, String ownNotice)
            implements SubprocessorEvent {}

    /** @param earliestStart null: no notice is promised */
    record SubprocessorAnnounced(
            UUID subprocessorId, String provider, Instant announcedAt, @Nullable Instant earliestStart)
            implements SubprocessorEvent {}

    /** @param objectors customers that objected and may terminate at once (PRA-041) */
    record SubprocessorActivated(
            UUID subprocessorId,
            String provider,
            String name,
            SupplierKind kind,
            Instant startedAt,
            List<UUID> objectors)
            implements SubprocessorEvent {}

    record SubprocessorEnded(UUID subprocessorId, String provider, Instant endedAt) implements SubprocessorEvent {}

    /** @param text ciphertext of the customer's own key */
    record SubprocessorObjectionRaised(
            UUID subprocessorId,
            String provider,
            UUID objectionId,
            UUID tenant,
            @Nullable UUID raisedBy,
            String text,
            Instant at)
            implements SubprocessorEvent {}

    /**
     * @param reasons as they were recorded before they were the objector's
     * @param sealedReasons ciphertext of the objector's own key: they go when its data do; null if that key is destroyed already
     */
    record SubprocessorObjectionDecided(
            UUID subprocessorId,
            String provider,
            UUID objectionId,
            BoardDecision decision,
            @Nullable UUID decidedBy,
            @Personal @Nullable String reasons,
            @Nullable String sealedReasons,
            Instant at)
            implements SubprocessorEvent {}

    /**
     * The supplier announced a change of its own.
     *
     * @param announceBy the last moment at which customers can be told in time; null: no notice is promised
     * @param tooLate that moment had passed when the vendor heard of it
     */
    record UpstreamChangeReceived(
            UUID subprocessorId,
            String provider,
            String change,
            Instant receivedAt,
            Instant effectiveFrom,
            @Nullable Instant announceBy,
            boolean tooLate)
            implements SubprocessorEvent {}

    record SupplierChangeAnnounced(
            UUID subprocessorId,
            String provider,
            String name,
            String change,
            String consequences,
            Instant effectiveFrom,
            Instant at)
            implements SubprocessorEvent {}
}
