package nl.waarborg.processoragreement.processing.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.processing.domain.DisclosureBasis;
import nl.waarborg.processoragreement.processing.domain.InstructionChannel;
import nl.waarborg.processoragreement.processing.domain.InstructionKind;
import nl.waarborg.processoragreement.processing.domain.InstructionRefusal;
import nl.waarborg.processoragreement.processing.domain.LegalBasis;
import nl.waarborg.processoragreement.processing.domain.Sensitivity;
import nl.waarborg.processoragreement.processing.domain.Supervisor;
import org.jspecify.annotations.Nullable;

/** What is processed for the customers that the caller sees, and on whose word. */
@ApplicationScoped
@TenantScope
public class ProcessingView {

    private static final String ACTIVITIES =
            "select * from processing_activity where tenant_id = ? order by registered_at, activity_id";
    private static final String CATEGORIES = "select * from data_category where tenant_id = ? order by name";
    private static final String ADVICE =
            "select * from advice_request where tenant_id = ? order by requested_at, advice_id";
    private static final String INSTRUCTIONS =
            """
            select * from processing_instruction where (?::uuid is null or instruction_id = ?)
                and (?::uuid is null or instruction_id < ?)
            order by instruction_id desc limit ?""";
    private static final String DISCLOSURES =
            """
            select * from disclosure where (? or visible) and (?::uuid is null or disclosure_id = ?)
                and (?::uuid is null or disclosure_id < ?)
            order by disclosure_id desc limit ?""";
    private static final String SUPERVISOR =
            """
            select s.*, m.measure_id, m.measure, m.recorded_at from (
                select * from supervisor_instruction where (?::uuid is null or instruction_id = ?)
                    and (?::uuid is null or instruction_id < ?)
                order by instruction_id desc limit ?) s
            left join compliance_measure m on m.tenant_id = s.tenant_id and m.instruction_id = s.instruction_id
            order by s.instruction_id desc, m.recorded_at, m.measure_id""";

    private final Rows rows;
    private final PersonalData personal;

    public ProcessingView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** @param legalBasis null: the customer has not declared it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ActivityRow(
            UUID activityId,
            String purpose,
            String retention,
            String recipients,
            Instant registeredAt,
            @Nullable LegalBasis legalBasis,
            @Nullable String explanation,
            @Nullable Instant declaredAt,
            @Nullable LocalDate dpiaMadeOn,
            @Nullable String dpiaDocument) {}

    /**
     * @param sensitive of a sensitive nature
     * @param custom the customer added it itself
     */
    public record CategoryRow(
            String name, Sensitivity sensitivity, boolean sensitive, boolean custom, Instant registeredAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AdviceRow(UUID adviceId, @Nullable String subject, Instant requestedAt) {}

    public record Register(List<ActivityRow> activities, List<CategoryRow> dataCategories, List<AdviceRow> advice) {}

    /** Of an instruction: whether it waits, was followed or was refused. */
    public enum InstructionState {
        GIVEN,
        EXECUTED,
        REFUSED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InstructionRow(
            UUID instructionId,
            UUID tenantId,
            InstructionState state,
            InstructionChannel channel,
            InstructionKind kind,
            @Nullable String text,
            @Nullable UUID activityId,
            @Nullable UUID securityIncidentId,
            @Nullable String documentRef,
            @Nullable UUID givenBy,
            Instant givenAt,
            @Nullable InstructionRefusal refusal,
            @Nullable String explanation,
            @Nullable UUID handledBy,
            @Nullable Instant handledAt,
            int version) {}

    /**
     * @param legalBasis of an order; null: the customer consented
     * @param mayInform of an order: the law allows to tell the customer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DisclosureRow(
            UUID disclosureId,
            UUID tenantId,
            @Nullable DisclosureBasis legalBasis,
            @Nullable String recipient,
            @Nullable String scope,
            @Nullable Boolean mayInform,
            @Nullable Instant orderedAt,
            @Nullable Instant reportedAt,
            @Nullable UUID consentedBy,
            @Nullable Instant consentedAt,
            @Nullable Instant disclosedAt,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MeasureRow(UUID measureId, @Nullable String measure, Instant recordedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SupervisorRow(
            UUID instructionId,
            UUID tenantId,
            Supervisor supervisor,
            LocalDate receivedOn,
            @Nullable String text,
            Instant reportedAt,
            List<MeasureRow> measures) {

        SupervisorRow and(SupervisorRow further) {
            var all =
                    Stream.concat(measures.stream(), further.measures.stream()).toList();
            return new SupervisorRow(instructionId, tenantId, supervisor, receivedOn, text, reportedAt, all);
        }
    }

    public Register register(UUID tenant) {
        return new Register(
                rows.list(ACTIVITIES, row -> activity(tenant, row), tenant),
                categories(tenant),
                rows.list(
                        ADVICE,
                        row -> new AdviceRow(
                                row.uuid("advice_id"),
                                personal.reveal(tenant, row.optionalText("subject")),
                                row.instant("requested_at")),
                        tenant));
    }

    /** All categories of personal data that are processed for the tenant, by name. */
    public List<CategoryRow> categories(UUID tenant) {
        return rows.list(
                CATEGORIES,
                row -> {
                    var sensitivity = Sensitivity.valueOf(row.text("sensitivity"));
                    return new CategoryRow(
                            row.text("name"),
                            sensitivity,
                            sensitivity.sensitive(),
                            row.flag("custom"),
                            row.instant("registered_at"));
                },
                tenant);
    }

    /** The latest first. */
    public List<InstructionRow> instructions(Optional<UUID> after, int limit) {
        var place = after.orElse(null);
        return rows.list(INSTRUCTIONS, this::instruction, null, null, place, place, limit);
    }

    public Optional<InstructionRow> instruction(UUID instruction) {
        return rows.first(INSTRUCTIONS, this::instruction, instruction, instruction, null, null, 1);
    }

    /**
     * The latest first.
     *
     * @param vendor sees orders of which the customer was not told, too
     */
    public List<DisclosureRow> disclosures(boolean vendor, Optional<UUID> after, int limit) {
        var place = after.orElse(null);
        return rows.list(DISCLOSURES, this::disclosure, vendor, null, null, place, place, limit);
    }

    public Optional<DisclosureRow> disclosure(boolean vendor, UUID disclosure) {
        return rows.first(DISCLOSURES, this::disclosure, vendor, disclosure, disclosure, null, null, 1);
    }

    /** The latest first. */
    public List<SupervisorRow> supervisorInstructions(Optional<UUID> after, int limit) {
        var place = after.orElse(null);
        return together(rows.list(SUPERVISOR, this::supervisor, null, null, place, place, limit));
    }

    public Optional<SupervisorRow> supervisorInstruction(UUID instruction) {
        return together(rows.list(SUPERVISOR, this::supervisor, instruction, instruction, null, null, 1)).stream()
                .findFirst();
    }

    private ActivityRow activity(UUID tenant, Row row) throws SQLException {
        var basis = row.optionalText("legal_basis");
        var assessed = row.optionalText("dpia_made_on");
        return new ActivityRow(
                row.uuid("activity_id"),
                row.text("purpose"),
                row.text("retention"),
                row.text("recipients"),
                row.instant("registered_at"),
                basis == null ? null : LegalBasis.valueOf(basis),
                personal.reveal(tenant, row.optionalText("explanation")),
                row.optionalInstant("declared_at"),
                assessed == null ? null : LocalDate.parse(assessed),
                row.optionalText("dpia_document"));
    }

    private InstructionRow instruction(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var refusal = row.optionalText("refusal");
        return new InstructionRow(
                row.uuid("instruction_id"),
                tenant,
                InstructionState.valueOf(row.text("state")),
                InstructionChannel.valueOf(row.text("channel")),
                InstructionKind.valueOf(row.text("kind")),
                personal.reveal(tenant, row.optionalText("text")),
                row.optionalUuid("activity_id"),
                row.optionalUuid("security_incident_id"),
                row.optionalText("document_ref"),
                row.optionalUuid("given_by"),
                row.instant("given_at"),
                refusal == null ? null : InstructionRefusal.valueOf(refusal),
                personal.reveal(tenant, row.optionalText("explanation")),
                row.optionalUuid("handled_by"),
                row.optionalInstant("handled_at"),
                row.number("version"));
    }

    private DisclosureRow disclosure(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var basis = row.optionalText("legal_basis");
        return new DisclosureRow(
                row.uuid("disclosure_id"),
                tenant,
                basis == null ? null : DisclosureBasis.valueOf(basis),
                personal.reveal(tenant, row.optionalText("recipient")),
                personal.reveal(tenant, row.optionalText("scope")),
                row.optionalFlag("may_inform"),
                row.optionalInstant("ordered_at"),
                row.optionalInstant("reported_at"),
                row.optionalUuid("consented_by"),
                row.optionalInstant("consented_at"),
                row.optionalInstant("disclosed_at"),
                row.number("version"));
    }

    private SupervisorRow supervisor(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var measure = row.optionalUuid("measure_id");
        return new SupervisorRow(
                row.uuid("instruction_id"),
                tenant,
                Supervisor.valueOf(row.text("supervisor")),
                row.date("received_on"),
                personal.reveal(tenant, row.optionalText("text")),
                row.instant("reported_at"),
                measure == null
                        ? List.of()
                        : List.of(new MeasureRow(
                                measure,
                                personal.reveal(tenant, row.optionalText("measure")),
                                row.instant("recorded_at"))));
    }

    /** An instruction has a row for each measure. */
    private static List<SupervisorRow> together(List<SupervisorRow> found) {
        var all = new LinkedHashMap<UUID, SupervisorRow>();
        found.forEach(row -> all.merge(row.instructionId(), row, SupervisorRow::and));
        return List.copyOf(all.values());
    }
}
