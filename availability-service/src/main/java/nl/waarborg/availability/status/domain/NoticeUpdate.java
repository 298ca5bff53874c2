package nl.waarborg.availability.status.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a notice's timeline; none is ever overwritten, so that every revision of the expected recovery stays to be seen.
 *
 * @param eventId the event that it comes from
 * @param at when it was so, UTC
 * @param message free text for the public, without personal data
 * @param expectedRecoveryAt as expected at that time
 * @param nextUpdateAt when the next word was promised
 * @param startsAt of a window that was announced or moved
 * @param endsAt of a window that was announced or moved
 */
public record NoticeUpdate(
        UUID eventId,
        UpdateKind kind,
        Instant at,
        @Nullable String message,
        @Nullable Instant expectedRecoveryAt,
        @Nullable Instant nextUpdateAt,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {}
