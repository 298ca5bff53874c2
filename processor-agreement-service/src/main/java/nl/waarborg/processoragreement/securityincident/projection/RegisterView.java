package nl.waarborg.processoragreement.securityincident.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.securityincident.domain.BreachClock;
import nl.waarborg.processoragreement.securityincident.domain.IncidentOrigin;
import nl.waarborg.processoragreement.securityincident.domain.IncidentType;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.domain.NoticeField;
import nl.waarborg.processoragreement.securityincident.domain.SupplementCause;
import org.jspecify.annotations.Nullable;

/** The register as the vendor sees it, and of it what one customer sees: the incidents that affect it, and its own breach. */
@ApplicationScoped
@TenantScope
public class RegisterView {

    private static final String SEEN = "(? or exists (select from breach b where b.incident_id = s.incident_id))";
    private static final String ENTRIES =
            """
            select s.*, (select count(*) from breach b where b.incident_id = s.incident_id) as affected,
                (select count(*) from breach b where b.incident_id = s.incident_id and b.informed_at is null) as uninformed
            from security_incident s where %s
                and (?::text is null or case when s.closed_at is null then 'OPEN' else 'CLOSED' end = ?)
                and (not ? or exists (select from breach b where b.incident_id = s.incident_id and b.informed_at is null))
            """
                    .formatted(SEEN);
    private static final String LATEST_FIRST = ENTRIES
            + """
                    and (?::timestamptz is null or (s.discovered_at, s.incident_id) < (?, ?))
                    order by s.discovered_at desc, s.incident_id desc limit ?""";
    private static final String LONGEST_FIRST = ENTRIES
            + """
                    and (?::timestamptz is null or (s.discovered_at, s.incident_id) > (?, ?))
                    order by s.discovered_at, s.incident_id limit ?""";
    private static final String ENTRY =
            """
            select s.*, (select count(*) from breach b where b.incident_id = s.incident_id) as affected,
                (select count(*) from breach b where b.incident_id = s.incident_id and b.informed_at is null) as uninformed
            from security_incident s where s.incident_id = ? and %s"""
                    .formatted(SEEN);
    private static final String CORRECTIONS =
            "select * from discovery_correction where incident_id = ? order by event_id";
    private static final String BREACHES =
            """
            select b.*, t.name from breach b join tenant t on t.tenant_id = b.tenant_id
            where b.incident_id = ? order by t.name, b.tenant_id""";
    private static final String CLOCKS =
            """
            select c.* from breach_clock c where c.incident_id = ?
            order by c.tenant_id, array_position(array['SUBPROCESSOR', 'CONTROLLER', 'AUTHORITY'], c.clock)""";
    private static final String HISTORY =
            "select * from breach_entry where incident_id = ? and tenant_id = ? order by at, event_id";
    private static final String MAILS = "select * from breach_mail where incident_id = ? order by event_id, kind";
    private static final String EXPORT =
            """
            select s.*, b.tenant_id, b.informed_at, b.late, b.fallback, b.missing, b.assessed_at, b.is_breach,
                b.report_needed, b.reported_at, b.provisional, b.announced_first,
                cs.deadline as subprocessor_deadline, cs.missed_at as subprocessor_missed,
                cc.deadline as controller_deadline, cc.term as controller_term, cc.missed_at as controller_missed,
                ca.deadline as authority_deadline, ca.missed_at as authority_missed
            from security_incident s
            left join breach b on b.incident_id = s.incident_id
            left join breach_clock cs on cs.incident_id = b.incident_id and cs.tenant_id = b.tenant_id
                and cs.clock = 'SUBPROCESSOR'
            left join breach_clock cc on cc.incident_id = b.incident_id and cc.tenant_id = b.tenant_id
                and cc.clock = 'CONTROLLER'
            left join breach_clock ca on ca.incident_id = b.incident_id and ca.tenant_id = b.tenant_id
                and ca.clock = 'AUTHORITY'
            order by s.discovered_at, s.incident_id, b.tenant_id""";

    private final Rows rows;
    private final PersonalData personal;

    public RegisterView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /**
     * @param affectedTenants how many customers; those of the caller
     * @param waitingFor since discovery, while a controller is not informed (OP-49)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EntryRow(
            UUID incidentId,
            IncidentType type,
            IncidentOrigin origin,
            @Nullable UUID subprocessorId,
            Instant discoveredAt,
            Instant firstDiscoveredAt,
            @Nullable Instant subprocessorDiscoveredAt,
            @Nullable Instant occurredAt,
            Instant registeredAt,
            String reportedAs,
            List<UUID> relatedIncidents,
            int affectedTenants,
            int uninformed,
            @Nullable Duration waitingFor,
            @Nullable String description,
            @Nullable Instant closedAt,
            @Nullable String conclusion,
            int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CorrectionRow(
            Instant formerly,
            Instant discoveredAt,
            @Nullable UUID correctedBy,
            @Nullable String reason,
            Instant correctedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreachRow(
            UUID tenantId,
            String customer,
            int termsVersion,
            Instant discoveredAt,
            @Nullable String description,
            @Nullable Instant informedAt,
            @Nullable Boolean late,
            @Nullable String lateReason,
            NoticeContent content,
            List<NoticeField> missing,
            List<UUID> recipients,
            boolean fallback,
            @Nullable Instant recipientMissingAt,
            @Nullable Instant assessedAt,
            @Nullable Boolean isBreach,
            @Nullable Boolean reportNeeded,
            @Nullable String assessment,
            @Nullable Instant reportPlannedAt,
            @Nullable Instant reportedAt,
            @Nullable Boolean provisional,
            @Nullable Boolean announcedFirst,
            int version) {}

    public enum ClockState {
        RUNNING,
        KEPT,
        MISSED
    }

    /** @param left until the deadline, negative after it; null once it ended */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockRow(
            UUID tenantId,
            BreachClock clock,
            String rule,
            String termKey,
            String term,
            String clause,
            Instant startsAt,
            Instant deadline,
            @Nullable Instant outerLimit,
            @Nullable String calendar,
            ClockState state,
            @Nullable Instant endedAt,
            @Nullable Duration left) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HistoryRow(
            String kind,
            Instant at,
            @Nullable BreachClock clock,
            @Nullable Instant formerDeadline,
            @Nullable Instant deadline,
            @Nullable SupplementCause cause,
            @Nullable String text) {}

    /**
     * @param recipients who was to be mailed
     * @param reached who was, others in their place perhaps
     * @param refused who cannot be, for good
     * @param state SENT: at least one of them was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MailRow(
            UUID eventId,
            DueBreachMails.Kind kind,
            UUID tenantId,
            List<UUID> recipients,
            List<UUID> reached,
            List<UUID> refused,
            String state,
            @Nullable Instant sentAt,
            @Nullable String messageId,
            @Nullable String failure) {}

    /** One affected customer of one entry, or an entry that affects none; nothing of its content. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExportRow(
            UUID incidentId,
            IncidentType type,
            IncidentOrigin origin,
            Instant firstDiscoveredAt,
            Instant discoveredAt,
            Instant registeredAt,
            String reportedAs,
            @Nullable Instant closedAt,
            @Nullable UUID tenantId,
            @Nullable Instant subprocessorDeadline,
            @Nullable Instant subprocessorMissedAt,
            @Nullable String controllerTerm,
            @Nullable Instant controllerDeadline,
            @Nullable Instant controllerMissedAt,
            @Nullable Instant informedAt,
            @Nullable Boolean late,
            @Nullable Boolean fallback,
            @Nullable String missing,
            @Nullable Instant assessedAt,
            @Nullable Boolean isBreach,
            @Nullable Boolean reportNeeded,
            @Nullable Instant authorityDeadline,
            @Nullable Instant authorityWindowElapsedAt,
            @Nullable Instant reportedAt,
            @Nullable Boolean provisional,
            @Nullable Boolean announcedFirst) {}

    public record Place(Instant discoveredAt, UUID incident) {}

    /** @param uninformed only those that somebody waits for, who waits longest first; else the latest first */
    public List<EntryRow> entries(
            boolean vendor, @Nullable String state, boolean uninformed, Optional<Place> after, int limit, Instant now) {
        var discovered = after.map(Place::discoveredAt).orElse(null);
        return rows.list(
                uninformed ? LONGEST_FIRST : LATEST_FIRST,
                row -> entry(row, vendor, now),
                vendor,
                state,
                state,
                uninformed,
                discovered,
                discovered,
                after.map(Place::incident).orElse(null),
                limit);
    }

    public Optional<EntryRow> entry(UUID incident, boolean vendor, Instant now) {
        return rows.first(ENTRY, row -> entry(row, vendor, now), incident, vendor);
    }

    public List<CorrectionRow> corrections(UUID incident, boolean vendor) {
        return rows.list(
                CORRECTIONS,
                row -> new CorrectionRow(
                        row.instant("formerly"),
                        row.instant("discovered_at"),
                        vendor ? row.optionalUuid("corrected_by") : null,
                        vendor ? personal.reveal(StreamId.PLATFORM, row.optionalText("reason")) : null,
                        row.instant("corrected_at")),
                incident);
    }

    /** Of the customers that the caller sees. */
    public List<BreachRow> breaches(UUID incident) {
        return rows.list(BREACHES, this::breach, incident);
    }

    public List<ClockRow> clocks(UUID incident, Instant now) {
        return rows.list(CLOCKS, row -> clock(row, now), incident);
    }

    public List<HistoryRow> history(UUID incident, UUID tenant) {
        return rows.list(
                HISTORY,
                row -> new HistoryRow(
                        row.text("kind"),
                        row.instant("at"),
                        named(BreachClock.class, row.optionalText("clock")),
                        row.optionalInstant("former_deadline"),
                        row.optionalInstant("deadline"),
                        named(SupplementCause.class, row.optionalText("cause")),
                        personal.reveal(tenant, row.optionalText("text"))),
                incident,
                tenant);
    }

    public List<MailRow> mails(UUID incident) {
        return rows.list(
                MAILS,
                row -> new MailRow(
                        row.uuid("event_id"),
                        DueBreachMails.Kind.valueOf(row.text("kind")),
                        row.uuid("tenant_id"),
                        row.uuids("recipients"),
                        row.uuids("reached"),
                        row.uuids("refused"),
                        row.text("state"),
                        row.optionalInstant("sent_at"),
                        row.optionalText("message_id"),
                        row.optionalText("failure")),
                incident);
    }

    /** The whole register, by discovery. */
    public List<ExportRow> export() {
        return rows.list(EXPORT, RegisterView::exported);
    }

    private EntryRow entry(Row row, boolean vendor, Instant now) throws SQLException {
        var discovered = row.instant("discovered_at");
        var uninformed = row.number("uninformed");
        return new EntryRow(
                row.uuid("incident_id"),
                IncidentType.valueOf(row.text("type")),
                IncidentOrigin.valueOf(row.text("origin")),
                row.optionalUuid("subprocessor_id"),
                discovered,
                row.instant("first_discovered_at"),
                row.optionalInstant("subprocessor_discovered_at"),
                row.optionalInstant("occurred_at"),
                row.instant("registered_at"),
                row.text("reported_as"),
                vendor ? row.uuids("related_incidents") : List.of(),
                row.number("affected"),
                uninformed,
                uninformed == 0 ? null : Duration.between(discovered, now).truncatedTo(ChronoUnit.SECONDS),
                vendor ? personal.reveal(StreamId.PLATFORM, row.optionalText("description")) : null,
                row.optionalInstant("closed_at"),
                vendor ? personal.reveal(StreamId.PLATFORM, row.optionalText("conclusion")) : null,
                row.number("version"));
    }

    private BreachRow breach(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        var late = row.optionalFlag("late");
        return new BreachRow(
                tenant,
                row.text("name"),
                row.number("terms_version"),
                row.instant("discovered_at"),
                personal.reveal(tenant, row.optionalText("description")),
                row.optionalInstant("informed_at"),
                late,
                Boolean.TRUE.equals(late) ? personal.reveal(tenant, row.optionalText("late_reason")) : null,
                NoticeContents.read(personal.reveal(tenant, row.optionalText("content"))),
                NoticeContents.fields(row.text("missing")),
                row.uuids("recipients"),
                row.flag("fallback"),
                row.optionalInstant("recipient_missing_at"),
                row.optionalInstant("assessed_at"),
                row.optionalFlag("is_breach"),
                row.optionalFlag("report_needed"),
                personal.reveal(tenant, row.optionalText("assessment")),
                row.optionalInstant("report_planned_at"),
                row.optionalInstant("reported_at"),
                row.optionalFlag("provisional"),
                row.optionalFlag("announced_first"),
                row.number("version"));
    }

    private static ClockRow clock(Row row, Instant now) throws SQLException {
        var deadline = row.instant("deadline");
        var ended = row.optionalInstant("ended_at");
        var missed = row.optionalInstant("missed_at") != null || (ended == null ? now : ended).isAfter(deadline);
        return new ClockRow(
                row.uuid("tenant_id"),
                BreachClock.valueOf(row.text("clock")),
                row.text("rule"),
                row.text("term_key"),
                row.text("term"),
                row.text("clause"),
                row.instant("starts_at"),
                deadline,
                row.optionalInstant("outer_limit"),
                row.optionalText("calendar"),
                missed ? ClockState.MISSED : ended == null ? ClockState.RUNNING : ClockState.KEPT,
                ended,
                ended == null ? Duration.between(now, deadline).truncatedTo(ChronoUnit.SECONDS) : null);
    }

    private static ExportRow exported(Row row) throws SQLException {
        return new ExportRow(
                row.uuid("incident_id"),
                IncidentType.valueOf(row.text("type")),
                IncidentOrigin.valueOf(row.text("origin")),
                row.instant("first_discovered_at"),
                row.instant("discovered_at"),
                row.instant("registered_at"),
                row.text("reported_as"),
                row.optionalInstant("closed_at"),
                row.optionalUuid("tenant_id"),
                row.optionalInstant("subprocessor_deadline"),
                row.optionalInstant("subprocessor_missed"),
                row.optionalText("controller_term"),
                row.optionalInstant("controller_deadline"),
                row.optionalInstant("controller_missed"),
                row.optionalInstant("informed_at"),
                row.optionalFlag("late"),
                row.optionalFlag("fallback"),
                row.optionalText("missing"),
                row.optionalInstant("assessed_at"),
                row.optionalFlag("is_breach"),
                row.optionalFlag("report_needed"),
                row.optionalInstant("authority_deadline"),
                row.optionalInstant("authority_missed"),
                row.optionalInstant("reported_at"),
                row.optionalFlag("provisional"),
                row.optionalFlag("announced_first"));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
