package nl.waarborg.processoragreement.subprocessor.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.subprocessor.domain.BoardDecision;
import nl.waarborg.processoragreement.subprocessor.domain.Supplier;
import org.jspecify.annotations.Nullable;

/** Suppliers of the caller's vendor; objections and consents of the customers that the caller sees. */
@ApplicationScoped
@TenantScope
public class SubprocessorsView {

    private static final String LIST =
            """
            select * from subprocessor where (? or state <> 'REFUSED') and (?::text is null or kind = ?)
                and (?::text is null or (name, subprocessor_id) > (?, ?))
            order by name, subprocessor_id limit ?""";
    private static final String ONE =
            "select * from subprocessor where subprocessor_id = ? and (? or state <> 'REFUSED')";
    private static final String NOTICES =
            """
            select * from supplier_notice where subprocessor_id = ? and (? or kind <> 'UPSTREAM_CHANGE')
            order by at, event_id""";
    private static final String OBJECTIONS =
            """
            select o.*, t.name from subprocessor_objection o join tenant t on t.tenant_id = o.tenant_id
            where o.subprocessor_id = ? order by o.raised_at, o.objection_id""";
    private static final String CONSENTS =
            """
            select * from replacement_consent where (?::uuid is null or consent_id = ?)
            order by requested_at desc, consent_id desc limit 500""";
    private static final String SYSTEMS = "select * from processing_system order by name";

    private final Rows rows;
    private final PersonalData personal;

    public SubprocessorsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** @param windowTooShort the supplier's own notice is shorter than the one promised to customers */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SubprocessorRow(
            UUID subprocessorId,
            Supplier supplier,
            String state,
            @Nullable String refusal,
            Instant registeredAt,
            @Nullable Instant announcedAt,
            @Nullable Instant earliestStart,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            boolean windowTooShort,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoticeRow(
            NoticeKind kind,
            Instant at,
            @Nullable Instant effectiveFrom,
            @Nullable String change,
            @Nullable String consequences,
            @Nullable Instant announceBy,
            boolean tooLate) {}

    /** @param mayTerminateFrom since when the customer may terminate at once (PRA-041) */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ObjectionRow(
            UUID objectionId,
            UUID tenantId,
            String customer,
            @Nullable String text,
            Instant raisedAt,
            @Nullable BoardDecision decision,
            @Nullable UUID decidedBy,
            @Nullable String reasons,
            @Nullable Instant decidedAt,
            @Nullable Instant mayTerminateFrom) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsentRow(
            UUID consentId,
            UUID tenantId,
            @Nullable UUID subprocessorId,
            @Nullable String thirdParty,
            @Nullable String task,
            LocalDate from,
            @Nullable LocalDate through,
            String state,
            Instant requestedAt,
            @Nullable Instant answeredAt,
            @Nullable String reasons,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SystemRow(
            UUID systemId,
            String name,
            String purpose,
            @Nullable String supplier,
            @Nullable String certificate,
            String storageRegion,
            Instant registeredAt) {}

    public record Place(String name, UUID id) {}

    /** By name; the vendor sees what was refused, too. */
    public List<SubprocessorRow> list(boolean vendor, @Nullable String kind, Optional<Place> after, int limit) {
        var name = after.map(Place::name).orElse(null);
        return rows.list(
                LIST,
                SubprocessorsView::subprocessor,
                vendor,
                kind,
                kind,
                name,
                name,
                after.map(Place::id).orElse(null),
                limit);
    }

    public Optional<SubprocessorRow> find(UUID subprocessor, boolean vendor) {
        return rows.first(ONE, SubprocessorsView::subprocessor, subprocessor, vendor);
    }

    public List<NoticeRow> notices(UUID subprocessor, boolean vendor) {
        return rows.list(
                NOTICES,
                row -> new NoticeRow(
                        NoticeKind.valueOf(row.text("kind")),
                        row.instant("at"),
                        row.optionalInstant("effective_from"),
                        row.optionalText("change"),
                        row.optionalText("consequences"),
                        row.optionalInstant("announce_by"),
                        row.flag("too_late")),
                subprocessor,
                vendor);
    }

    public List<ObjectionRow> objections(UUID subprocessor) {
        return rows.list(OBJECTIONS, this::objection, subprocessor);
    }

    /** The latest 500. */
    public List<ConsentRow> consents() {
        return rows.list(CONSENTS, this::consent, null, null);
    }

    public Optional<ConsentRow> consent(UUID consent) {
        return rows.first(CONSENTS, this::consent, consent, consent);
    }

    public List<SystemRow> systems() {
        return rows.list(
                SYSTEMS,
                row -> new SystemRow(
                        row.uuid("system_id"),
                        row.text("name"),
                        row.text("purpose"),
                        row.optionalText("supplier"),
                        row.optionalText("certificate"),
                        row.text("storage_region"),
                        row.instant("registered_at")));
    }

    private static SubprocessorRow subprocessor(Row row) throws SQLException {
        return new SubprocessorRow(
                row.uuid("subprocessor_id"),
                SupplierJson.read(row.text("supplier")),
                row.text("state"),
                row.optionalText("refusal"),
                row.instant("registered_at"),
                row.optionalInstant("announced_at"),
                row.optionalInstant("earliest_start"),
                row.optionalInstant("started_at"),
                row.optionalInstant("ended_at"),
                row.optionalText("own_notice") != null,
                row.number("version"));
    }

    private ObjectionRow objection(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var decision = row.optionalText("decision");
        var sealed = row.optionalText("sealed_reasons");
        return new ObjectionRow(
                row.uuid("objection_id"),
                tenant,
                row.text("name"),
                personal.reveal(tenant, row.text("text")),
                row.instant("raised_at"),
                decision == null ? null : BoardDecision.valueOf(decision),
                row.optionalUuid("decided_by"),
                sealed == null
                        ? personal.reveal(StreamId.PLATFORM, row.optionalText("reasons"))
                        : personal.reveal(tenant, sealed),
                row.optionalInstant("decided_at"),
                row.optionalInstant("may_terminate_from"));
    }

    private ConsentRow consent(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var through = row.optionalText("through_day");
        var thirdParty = row.optionalText("third_party_name");
        return new ConsentRow(
                row.uuid("consent_id"),
                tenant,
                row.optionalUuid("subprocessor_id"),
                thirdParty == null ? personal.reveal(tenant, row.optionalText("third_party")) : thirdParty,
                personal.reveal(tenant, row.optionalText("task")),
                row.date("from_day"),
                through == null ? null : LocalDate.parse(through),
                row.text("state"),
                row.instant("requested_at"),
                row.optionalInstant("answered_at"),
                personal.reveal(tenant, row.optionalText("reasons")),
                row.number("version"));
    }
}
