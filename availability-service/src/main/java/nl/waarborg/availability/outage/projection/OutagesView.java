package nl.waarborg.availability.outage.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.TenantScope;
import org.jspecify.annotations.Nullable;

/** Outages as the vendor's people see them, and customers theirs; which other customers are touched is the vendor's to know. */
@ApplicationScoped
@TenantScope
public class OutagesView {

    private static final String COLUMNS =
            """
            select outage_id, reference, components, systems, environment_kind, of_tenant, affected_tenants, started_at, ended_at,
                error_message, message, expected_recovery_at, next_update_at, incidents, responsible_party, calamity, cause,
                withdrawn, version
            from outage""";
    private static final String TOUCHING =
            " and (?::uuid is null or of_tenant = ? or (of_tenant is null and (affected_tenants = '{}' or ? = any (affected_tenants))))";
    private static final String LIST = COLUMNS + " "
            + """
            where (?::boolean is null or (ended_at is null) = ?) and (?::text is null or ? = any (string_to_array(components, ',')))
            and (?::timestamptz is null or coalesce(ended_at, 'infinity') > ?) and (?::timestamptz is null or started_at < ?)
            and (?::timestamptz is null or (started_at, outage_id) < (?, ?::uuid)) and not withdrawn"""
            + TOUCHING
            + " order by started_at desc, outage_id desc limit ?";
    private static final String ONE = COLUMNS + " where outage_id = ?" + TOUCHING;
    private static final String NEWS =
            """
            select version, kind, at, message, expected_recovery_at, next_update_at, by_person, approved_by from outage_news
            where outage_id = ? order by version""";
    private static final String LEDGER =
            """
            select * from outage_exclusion where outage_id = ? order by starts, at""";
    private static final String PROPOSALS =
            """
            select proposal_id, change::text as change, reason, proposed_by, proposed_at, state, decided_by, decided_at,
                decision_reason
            from outage_proposal where outage_id = ? order by proposed_at""";
    private static final String CANDIDATES =
            """
            select * from outage_candidate where ?::text is null or state = ? order by noticed_at desc limit 500""";

    private final Rows rows;

    public OutagesView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /** @param affectedTenants only for the vendor's people; empty: all customers */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutageRow(
            UUID outageId,
            @Nullable String reference,
            List<String> components,
            List<String> systems,
            String environmentKind,
            @Nullable UUID ofTenant,
            @Nullable List<UUID> affectedTenants,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String errorMessage,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable List<UUID> incidents,
            @Nullable String responsibleParty,
            @Nullable Boolean calamity,
            @Nullable String cause,
            boolean withdrawn,
            int version) {}

    /** @param by the person; null for a monitor, and for customers */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewsRow(
            int version,
            String kind,
            Instant at,
            @Nullable String message,
            @Nullable Instant expectedRecoveryAt,
            @Nullable Instant nextUpdateAt,
            @Nullable UUID by,
            @Nullable UUID approvedBy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExclusionRow(
            UUID exclusionId,
            UUID outageId,
            Instant from,
            Instant to,
            String reason,
            @Nullable UUID tenant,
            String clause,
            String justification,
            Instant at,
            @Nullable UUID by,
            @Nullable UUID approvedBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawalReason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProposalRow(
            UUID proposalId,
            @JsonRawValue String change,
            String reason,
            UUID proposedBy,
            Instant proposedAt,
            String state,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CandidateRow(
            UUID candidateId,
            String cause,
            UUID source,
            @Nullable UUID tenant,
            Instant since,
            @Nullable Instant until,
            Instant noticedAt,
            String state,
            @Nullable UUID outageId,
            @Nullable String reason,
            int version) {}

    /**
     * @param customer whose outages alone are shown, without what is the vendor's to know; null for the vendor's people
     * @param open null: both
     */
    public Page<OutageRow> outages(
            @Nullable UUID customer,
            @Nullable Boolean open,
            @Nullable String component,
            @Nullable Instant from,
            @Nullable Instant to,
            PageQuery page) {
        var after = page.after(2);
        var start = after.isEmpty() ? null : Instant.parse(after.getFirst());
        var id = after.isEmpty() ? null : UUID.fromString(after.getLast());
        var found = rows.list(
                LIST,
                row -> outage(row, customer == null),
                open,
                open,
                component,
                component,
                from,
                from,
                to,
                to,
                start,
                start,
                id,
                customer,
                customer,
                customer,
                page.fetch());
        return Page.of(
                found,
                page,
                row -> List.of(row.startedAt().toString(), row.outageId().toString()));
    }

    public Optional<OutageRow> outage(UUID outage, @Nullable UUID customer) {
        return rows.first(ONE, row -> outage(row, customer == null), outage, customer, customer, customer);
    }

    public List<NewsRow> news(UUID outage, boolean vendor) {
        return rows.list(
                NEWS,
                row -> new NewsRow(
                        row.number("version"),
                        row.text("kind"),
                        row.instant("at"),
                        row.optionalText("message"),
                        row.optionalInstant("expected_recovery_at"),
                        row.optionalInstant("next_update_at"),
                        vendor ? row.optionalUuid("by_person") : null,
                        vendor ? row.optionalUuid("approved_by") : null),
                outage);
    }

    /** The ledger, withdrawn lines included. */
    public List<ExclusionRow> ledger(UUID outage) {
        return rows.list(
                LEDGER,
                row -> new ExclusionRow(
                        row.uuid("exclusion_id"),
                        row.uuid("outage_id"),
                        row.instant("starts"),
                        row.instant("ends"),
                        row.text("reason"),
                        row.optionalUuid("tenant"),
                        row.text("clause"),
                        row.text("justification"),
                        row.instant("at"),
                        row.optionalUuid("by_person"),
                        row.optionalUuid("approved_by"),
                        row.optionalInstant("withdrawn_at"),
                        row.optionalText("withdrawal_reason")),
                outage);
    }

    public List<ProposalRow> proposals(UUID outage) {
        return rows.list(
                PROPOSALS,
                row -> new ProposalRow(
                        row.uuid("proposal_id"),
                        row.text("change"),
                        row.text("reason"),
                        row.uuid("proposed_by"),
                        row.instant("proposed_at"),
                        row.text("state"),
                        row.optionalUuid("decided_by"),
                        row.optionalInstant("decided_at"),
                        row.optionalText("decision_reason")),
                outage);
    }

    public List<CandidateRow> candidates(@Nullable String state) {
        return rows.list(
                CANDIDATES,
                row -> new CandidateRow(
                        row.uuid("candidate_id"),
                        row.text("cause"),
                        row.uuid("source"),
                        row.optionalUuid("of_tenant"),
                        row.instant("since"),
                        row.optionalInstant("until"),
                        row.instant("noticed_at"),
                        row.text("state"),
                        row.optionalUuid("outage_id"),
                        row.optionalText("reason"),
                        row.number("version")),
                state,
                state);
    }

    private static OutageRow outage(Row row, boolean vendor) throws SQLException {
        return new OutageRow(
                row.uuid("outage_id"),
                vendor ? row.optionalText("reference") : null,
                names(row.text("components")),
                names(row.text("systems")),
                row.text("environment_kind"),
                row.optionalUuid("of_tenant"),
                vendor ? row.uuids("affected_tenants") : null,
                row.instant("started_at"),
                row.optionalInstant("ended_at"),
                row.optionalText("error_message"),
                row.optionalText("message"),
                row.optionalInstant("expected_recovery_at"),
                row.optionalInstant("next_update_at"),
                vendor ? row.uuids("incidents") : null,
                row.optionalText("responsible_party"),
                row.optionalFlag("calamity"),
                row.optionalText("cause"),
                row.flag("withdrawn"),
                row.number("version"));
    }

    private static List<String> names(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
    }
}
