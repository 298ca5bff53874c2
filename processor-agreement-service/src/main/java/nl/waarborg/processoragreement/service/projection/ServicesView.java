package nl.waarborg.processoragreement.service.projection;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.service.domain.ServiceKind;
import org.jspecify.annotations.Nullable;

/** Services, appointments and projects; each query sees the caller's tenants only. Amounts are euros excluding VAT. */
@ApplicationScoped
@TenantScope
public class ServicesView {

    private static final String REQUESTS =
            """
            select * from service_request where (?::uuid is null or request_id = ?)
                and (?::timestamptz is null or (requested_at, request_id) < (?, ?::uuid))
            order by requested_at desc, request_id desc limit ?""";
    private static final String APPOINTMENTS =
            """
            select * from appointment where (?::uuid is null or appointment_id = ?)
                and (?::timestamptz is null or (starts_at, appointment_id) < (?, ?::uuid))
            order by starts_at desc, appointment_id desc limit ?""";
    private static final String PROJECT = "select * from project where project_id = ?";
    private static final String NOTES = "select * from project_note where project_id = ? order by noted_at, note_id";

    private final Rows rows;
    private final PersonalData personal;

    public ServicesView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Request(
            UUID requestId,
            UUID tenantId,
            ServiceKind service,
            boolean fixedPrice,
            @Nullable String text,
            String state,
            Instant requestedAt,
            @Nullable Instant assessBy,
            int termsVersion,
            @Nullable Instant assessedAt,
            @Nullable Boolean suitable,
            @Nullable UUID serviceManagerId,
            @Nullable Instant contactAt,
            boolean assessmentOverdue,
            @Nullable String price,
            @Nullable LocalDate plannedOn,
            @Nullable Integer leadTimeDays,
            String hours,
            @Nullable String description,
            @Nullable Instant deliveredAt,
            @Nullable String invoicedAmount,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meeting(
            UUID appointmentId,
            UUID tenantId,
            ServiceKind service,
            @Nullable UUID requestId,
            Instant startsAt,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration duration,
            boolean online,
            @Nullable Instant cancelBy,
            int termsVersion,
            @Nullable Instant cancelledAt,
            @Nullable String feeBasis,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(UUID noteId, String kind, @Nullable String text, @Nullable String measure, Instant at) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProjectRow(
            UUID projectId,
            UUID requestId,
            UUID tenantId,
            @Nullable String plan,
            String budget,
            String spent,
            boolean overrun,
            Instant startedAt,
            @Nullable Instant handedOverAt,
            @Nullable String evaluation,
            @Nullable Instant evaluatedAt,
            @Nullable Instant closedAt,
            List<Note> notes,
            int version) {}

    private record Place(Instant at, UUID id) {}

    private static Optional<Place> after(PageQuery page) {
        return page.after(2, key -> new Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())));
    }

    /** The newest first. */
    public Page<Request> requests(PageQuery page) {
        var after = after(page);
        return Page.of(
                requests(
                        null,
                        after.map(Place::at).orElse(null),
                        after.map(Place::id).orElse(null),
                        page.fetch()),
                page,
                request -> List.of(
                        request.requestedAt().toString(), request.requestId().toString()));
    }

    public Optional<Request> request(UUID request) {
        return requests(request, null, null, 1).stream().findFirst();
    }

    /** The latest first. */
    public Page<Meeting> appointments(PageQuery page) {
        var after = after(page);
        return Page.of(
                appointments(
                        null,
                        after.map(Place::at).orElse(null),
                        after.map(Place::id).orElse(null),
                        page.fetch()),
                page,
                meeting -> List.of(
                        meeting.startsAt().toString(), meeting.appointmentId().toString()));
    }

    public Optional<Meeting> appointment(UUID appointment) {
        return appointments(appointment, null, null, 1).stream().findFirst();
    }

    public Optional<ProjectRow> project(UUID project) {
        return rows.first(
                PROJECT,
                row -> {
                    var tenant = row.uuid("tenant_id");
                    return new ProjectRow(
                            row.uuid("project_id"),
                            row.uuid("request_id"),
                            tenant,
                            personal.reveal(tenant, row.optionalText("plan")),
                            row.text("budget"),
                            row.text("spent"),
                            row.flag("overrun"),
                            row.instant("started_at"),
                            row.optionalInstant("handed_over_at"),
                            personal.reveal(tenant, row.optionalText("evaluation")),
                            row.optionalInstant("evaluated_at"),
                            row.optionalInstant("closed_at"),
                            notes(project, tenant),
                            row.number("version"));
                },
                project);
    }

    private List<Note> notes(UUID project, UUID tenant) {
        return rows.list(
                NOTES,
                row -> new Note(
                        row.uuid("note_id"),
                        row.text("kind"),
                        personal.reveal(tenant, row.optionalText("text")),
                        personal.reveal(tenant, row.optionalText("measure")),
                        row.instant("noted_at")),
                project);
    }

    private List<Request> requests(@Nullable UUID id, @Nullable Instant before, @Nullable UUID beforeId, int most) {
        return rows.list(REQUESTS, this::request, id, id, before, before, beforeId, most);
    }

    private Request request(Rows.Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var planned = row.optionalText("planned_on");
        var lead = row.optionalText("lead_time_days");
        return new Request(
                row.uuid("request_id"),
                tenant,
                ServiceKind.valueOf(row.text("kind")),
                row.flag("fixed_price"),
                personal.reveal(tenant, row.optionalText("text")),
                row.text("state"),
                row.instant("requested_at"),
                row.optionalInstant("assess_by"),
                row.number("terms_version"),
                row.optionalInstant("assessed_at"),
                row.optionalFlag("suitable"),
                row.optionalUuid("service_manager_id"),
                row.optionalInstant("contact_at"),
                row.flag("overdue"),
                row.optionalText("price"),
                planned == null ? null : LocalDate.parse(planned),
                lead == null ? null : Integer.valueOf(lead),
                row.text("hours"),
                personal.reveal(tenant, row.optionalText("description")),
                row.optionalInstant("delivered_at"),
                row.optionalText("invoiced_amount"),
                row.number("version"));
    }

    private List<Meeting> appointments(@Nullable UUID id, @Nullable Instant before, @Nullable UUID beforeId, int most) {
        return rows.list(
                APPOINTMENTS,
                row -> new Meeting(
                        row.uuid("appointment_id"),
                        row.uuid("tenant_id"),
                        ServiceKind.valueOf(row.text("kind")),
                        row.optionalUuid("request_id"),
                        row.instant("starts_at"),
                        Duration.ofSeconds(row.bigNumber("duration_seconds")),
                        row.flag("online"),
                        row.optionalInstant("cancel_by"),
                        row.number("terms_version"),
                        row.optionalInstant("cancelled_at"),
                        row.optionalText("fee_basis"),
                        row.number("version")),
                id,
                id,
                before,
                before,
                beforeId,
                most);
    }
}
