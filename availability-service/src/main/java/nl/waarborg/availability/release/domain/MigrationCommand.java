package nl.waarborg.availability.release.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of one customer's migration to a version. Times are business times, UTC. */
public sealed interface MigrationCommand {

    UUID migrationId();

    /**
     * @param acceptance a fact: the customer has an acceptance environment (XSV-027)
     * @param release a fact
     * @param terms a fact: the customer's
     */
    record ScheduleMigration(
            UUID migrationId,
            Instant plannedAt,
            @Nullable String deviationReason,
            boolean acceptance,
            Release.Planned release,
            ReleaseTerms terms,
            Instant at)
            implements MigrationCommand {}

    record MoveMigration(
            UUID migrationId,
            Instant to,
            Mover mover,
            @Nullable String reason,
            Release.Planned release,
            ReleaseTerms terms,
            Instant at)
            implements MigrationCommand {}

    record WaiveAcceptanceLeadTime(UUID migrationId, @Nullable UUID by, Instant at) implements MigrationCommand {}

    /** By a person or by the clock. */
    record FixMigrationDate(UUID migrationId, Instant at) implements MigrationCommand {}

    record StartMigration(UUID migrationId, Release.Planned release, ReleaseTerms terms, Instant at)
            implements MigrationCommand {}

    record CompleteMigration(
            UUID migrationId, int unavailableSeconds, ConversionFactors factors, ReleaseTerms terms, Instant at)
            implements MigrationCommand {}
}
