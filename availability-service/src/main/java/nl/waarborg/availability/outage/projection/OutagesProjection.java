package nl.waarborg.availability.outage.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.availability.outage.domain.OutageEvent;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExcluded;
import nl.waarborg.availability.outage.domain.OutageEvent.DowntimeExclusionWithdrawn;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeDeclined;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageChangeProposed;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageClassified;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageEnded;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageStarted;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageTimesCorrected;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageUpdated;
import nl.waarborg.availability.outage.domain.OutageEvent.OutageWithdrawn;
import nl.waarborg.availability.outage.domain.ProposedChange;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import org.jspecify.annotations.Nullable;

/** Outages with everything that was said of them, the exclusion ledger, and the changes that wait for a second person. */
public final class OutagesProjection implements Projection<OutageEvent> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String STARTED =
            """
            insert into outage (
                outage_id, provider, reference, components, systems, environment_kind, of_tenant, affected_tenants, started_at,
                error_message, expected_recovery_at, next_update_at, incidents, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATED =
            """
            update outage set message = coalesce(?, message), expected_recovery_at = ?, next_update_at = ?,
                incidents = array(select distinct unnest(incidents || ?)) where outage_id = ?""";
    private static final String CLASSIFIED =
            "update outage set responsible_party = ?, calamity = ?, cause = ? where outage_id = ?";
    private static final String ENDED =
            """
            update outage set ended_at = ?, message = coalesce(?, message), expected_recovery_at = null, next_update_at = null
            where outage_id = ?""";
    private static final String CORRECTED = "update outage set started_at = ?, ended_at = ? where outage_id = ?";
    private static final String WITHDRAWN = "update outage set withdrawn = true where outage_id = ?";
    private static final String VERSION = "update outage set version = ? where outage_id = ?";
    private static final String NEWS =
            """
            insert into outage_news (
                event_id, outage_id, provider, of_tenant, version, kind, at, message, expected_recovery_at, next_update_at,
                by_person, approved_by)
            select ?, outage_id, provider, of_tenant, ?, ?, ?, ?, ?, ?, ?, ? from outage where outage_id = ?""";
    private static final String EXCLUDED =
            """
            insert into outage_exclusion (
                exclusion_id, outage_id, provider, of_tenant, tenant, starts, ends, reason, clause, justification, by_person,
                approved_by, at)
            select ?, outage_id, provider, of_tenant, coalesce(?, of_tenant), ?, ?, ?, ?, ?, ?, ?, ? from outage where outage_id = ?""";
    private static final String INCLUDED =
            """
            update outage_exclusion set withdrawn_at = ?, withdrawal_reason = ?, withdrawn_by = ?, withdrawal_approved_by = ?
            where exclusion_id = ?""";
    private static final String PROPOSED =
            """
            insert into outage_proposal (
                proposal_id, outage_id, provider, of_tenant, change, reason, proposed_by, proposed_at, state)
            select ?, outage_id, provider, of_tenant, ?::jsonb, ?, ?, ?, 'WAITING' from outage where outage_id = ?""";
    private static final String APPROVED =
            """
            update outage_proposal set state = 'APPROVED', decided_by = ?, decided_at = ?
            where outage_id = ? and state = 'WAITING' and change = ?::jsonb""";
    private static final String DECLINED =
            """
            update outage_proposal set state = 'DECLINED', decided_by = ?, decided_at = ?, decision_reason = ?
            where proposal_id = ?""";

    @Override
    public String name() {
        return "outages";
    }

    @Override
    public Class<OutageEvent> events() {
        return OutageEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("outage", "outage_news", "outage_exclusion", "outage_proposal");
    }

    @Override
    public void apply(List<RecordedEvent<OutageEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        events.forEach(recorded -> {
            add(statements, recorded);
            statements.add(VERSION, recorded.version(), recorded.event().outageId());
        });
        statements.run(connection);
    }

    private static void add(Statements statements, RecordedEvent<OutageEvent> recorded) {
        var id = recorded.event().outageId();
        switch (recorded.event()) {
            case OutageStarted e -> {
                statements.add(
                        STARTED,
                        id,
                        e.provider(),
                        e.reference(),
                        joined(e.components()),
                        joined(e.systems()),
                        e.environmentKind(),
                        e.ofTenant(),
                        e.affectedTenants(),
                        e.startedAt(),
                        e.errorMessage(),
                        e.expectedRecoveryAt(),
                        e.nextUpdateAt(),
                        e.incidents(),
                        recorded.version());
                news(
                        statements,
                        recorded,
                        "STARTED",
                        e.errorMessage(),
                        e.expectedRecoveryAt(),
                        e.nextUpdateAt(),
                        e.by(),
                        null);
            }
            case OutageUpdated e -> {
                statements.add(UPDATED, e.message(), e.expectedRecoveryAt(), e.nextUpdateAt(), e.incidents(), id);
                news(
                        statements,
                        recorded,
                        "UPDATED",
                        e.message(),
                        e.expectedRecoveryAt(),
                        e.nextUpdateAt(),
                        e.by(),
                        null);
            }
            case OutageClassified e -> {
                var classification = e.classification();
                statements.add(
                        CLASSIFIED,
                        classification.responsibleParty(),
                        classification.calamity(),
                        classification.cause(),
                        id);
                approved(statements, ProposedChange.classify(classification), e.approvedBy(), e.at(), id);
                news(statements, recorded, "CLASSIFIED", e.reason(), null, null, e.by(), e.approvedBy());
            }
            case OutageEnded e -> {
                statements.add(ENDED, e.endedAt(), e.message(), id);
                news(statements, recorded, "ENDED", e.message(), null, null, e.by(), null);
            }
            case OutageTimesCorrected e -> {
                statements.add(CORRECTED, e.times().startedAt(), e.times().endedAt(), id);
                approved(statements, ProposedChange.correct(e.times()), e.approvedBy(), e.at(), id);
                news(statements, recorded, "TIMES_CORRECTED", e.reason(), null, null, e.by(), e.approvedBy());
            }
            case OutageWithdrawn e -> {
                statements.add(WITHDRAWN, id);
                approved(statements, ProposedChange.withdraw(), e.approvedBy(), e.at(), id);
                news(statements, recorded, "WITHDRAWN", e.reason(), null, null, e.by(), e.approvedBy());
            }
            case DowntimeExcluded e -> {
                var line = e.exclusion();
                statements.add(
                        EXCLUDED,
                        line.exclusionId(),
                        line.tenantId(),
                        line.from(),
                        line.to(),
                        line.reason(),
                        line.clause(),
                        line.justification(),
                        e.by(),
                        e.approvedBy(),
                        e.at(),
                        id);
                approved(statements, ProposedChange.exclude(line), e.approvedBy(), e.at(), id);
            }
            case DowntimeExclusionWithdrawn e -> {
                statements.add(INCLUDED, e.at(), e.reason(), e.by(), e.approvedBy(), e.exclusionId());
                approved(statements, ProposedChange.withdrawExclusion(e.exclusionId()), e.approvedBy(), e.at(), id);
            }
            case OutageChangeProposed e ->
                statements.add(PROPOSED, e.proposalId(), json(e.change()), e.reason(), e.by(), e.at(), id);
            case OutageChangeDeclined e -> statements.add(DECLINED, e.by(), e.at(), e.reason(), e.proposalId());
        }
    }

    private static void news(
            Statements statements,
            RecordedEvent<OutageEvent> recorded,
            String kind,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable UUID by,
            @Nullable UUID approvedBy) {
        statements.add(
                NEWS,
                recorded.id(),
                recorded.version(),
                kind,
                recorded.event().at(),
                message,
                expectedRecoveryAt,
                nextUpdateAt,
                by,
                approvedBy,
                recorded.event().outageId());
    }

    private static void approved(
            Statements statements, ProposedChange change, @Nullable UUID by, Instant at, UUID outage) {
        if (by != null) {
            statements.add(APPROVED, by, at, outage, json(change));
        }
    }

    private static String joined(Collection<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }

    private static String json(ProposedChange change) {
        try {
            return JSON.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be written", e);
        }
    }
}
