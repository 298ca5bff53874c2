package nl.waarborg.processoragreement.securityincident.projection;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.securityincident.domain.BreachClock;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportAnnounced;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityReportRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.AuthorityWindowElapsed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachAssessmentRecorded;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachClocksRecomputed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDeadlineMissWithdrawn;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachDetected;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeFailed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSent;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachNoticeSupplemented;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.BreachRecipientMissing;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.ControllerInformed;
import nl.waarborg.processoragreement.securityincident.domain.BreachEvent.SubprocessorInformDeadlineMissed;
import nl.waarborg.processoragreement.securityincident.domain.ClockRun;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.domain.NoticeField;
import nl.waarborg.processoragreement.securityincident.domain.NoticeMail;
import org.jspecify.annotations.Nullable;

/** Each customer's breach with its clocks, history and mails. History that is imported is never mailed. */
public final class BreachProjection implements Projection<BreachEvent> {

    /** The key is the clock. */
    public static final String CLOCK = "breach-clock";

    /** The key is the event that the mails are about. */
    public static final String MAIL = "breach-mail";

    private static final String DETECTED =
            """
            insert into breach (incident_id, tenant_id, version, discovered_at, description, terms_version, missing)
            values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String VERSION = "update breach set version = ? where incident_id = ? and tenant_id = ?";
    private static final String CLOCKS_GONE =
            """
            delete from breach_clock
            where incident_id = ? and tenant_id = ? and clock <> 'AUTHORITY' and clock <> all (string_to_array(?, ','))""";
    private static final String AUTHORITY_GONE =
            "delete from breach_clock where incident_id = ? and tenant_id = ? and clock = 'AUTHORITY'";
    private static final String RUN =
            """
            insert into breach_clock (incident_id, tenant_id, clock, rule, term_key, term, clause, starts_at, deadline,
                outer_limit, calendar, ended_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (incident_id, tenant_id, clock) do update set rule = excluded.rule, term_key = excluded.term_key,
                term = excluded.term, clause = excluded.clause, starts_at = excluded.starts_at,
                deadline = excluded.deadline, outer_limit = excluded.outer_limit, calendar = excluded.calendar,
                ended_at = excluded.ended_at""";
    private static final String RECOMPUTED =
            "update breach set discovered_at = ?, terms_version = ? where incident_id = ? and tenant_id = ?";
    private static final String INFORMED_BEFORE =
            """
            update breach_clock c set ended_at = b.informed_at from breach b
            where c.incident_id = ? and c.tenant_id = ? and c.clock = 'CONTROLLER'
                and b.incident_id = c.incident_id and b.tenant_id = c.tenant_id""";
    private static final String ENDED =
            "update breach_clock set ended_at = ? where incident_id = ? and tenant_id = ? and clock = ?";
    private static final String LATE_AFTER_ALL =
            """
            update breach b set late = exists (
                select from breach_clock c where c.incident_id = b.incident_id and c.tenant_id = b.tenant_id
                and c.clock = 'CONTROLLER' and b.informed_at > c.deadline)
            where b.incident_id = ? and b.tenant_id = ? and b.informed_at is not null""";
    /** By the first report, or by the judgement that none is needed, whichever came first. */
    private static final String AUTHORITY_ENDED =
            """
            update breach_clock c set ended_at = least(b.first_reported_at, b.no_report_since) from breach b
            where c.incident_id = ? and c.tenant_id = ? and c.clock = 'AUTHORITY'
                and b.incident_id = c.incident_id and b.tenant_id = c.tenant_id""";

    private static final String MISSED =
            "update breach_clock set missed_at = ? where incident_id = ? and tenant_id = ? and clock = ?";
    private static final String INFORMED =
            """
            update breach set informed_at = ?, late = ?, late_reason = ?, content = ?, missing = ?, recipients = ?,
                fallback = ? where incident_id = ? and tenant_id = ?""";
    private static final String NOBODY =
            "update breach set recipient_missing_at = ? where incident_id = ? and tenant_id = ?";
    private static final String CONTENT = "select content from breach where incident_id = ? and tenant_id = ?";
    private static final String SUPPLEMENTED =
            "update breach set content = ?, missing = ? where incident_id = ? and tenant_id = ?";
    private static final String ASSESSED =
            """
            update breach set assessed_at = ?, is_breach = ?, report_needed = ?, assessment = ?,
                no_report_since = case when ? then null else coalesce(no_report_since, ?) end
            where incident_id = ? and tenant_id = ?""";
    private static final String ANNOUNCED =
            "update breach set report_announced_at = ?, report_planned_at = ? where incident_id = ? and tenant_id = ?";
    private static final String REPORTED =
            """
            update breach set reported_at = ?, provisional = ?, announced_first = ?,
                first_reported_at = least(first_reported_at, ?)
            where incident_id = ? and tenant_id = ?""";
    private static final String ENTRY =
            """
            insert into breach_entry (event_id, incident_id, tenant_id, kind, at, clock, former_deadline, deadline, cause,
                text)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String MAIL_DUE =
            """
            insert into breach_mail (event_id, kind, incident_id, tenant_id, recipients, content, words, missing)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SENT =
            """
            update breach_mail set state = 'SENT', sent_at = ?, message_id = ?, reached = reached || ?
            where event_id = ? and (?::boolean is null or (kind = 'ALERT') = ?)""";
    private static final String FAILED =
            """
            update breach_mail set state = case state when 'SENT' then state else 'FAILED' end, failure = ?,
                refused = refused || ?
            where event_id = ? and (?::boolean is null or (kind = 'ALERT') = ?)""";

    private final PersonalData personal;

    public BreachProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "breaches";
    }

    @Override
    public Class<BreachEvent> events() {
        return BreachEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("breach", "breach_clock", "breach_entry", "breach_mail");
    }

    @Override
    public void apply(List<RecordedEvent<BreachEvent>> events, Connection connection) throws SQLException {
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            new Application(recorded, connection, deadlines).apply();
        }
        Deadlines.set(connection, deadlines);
    }

    /** One event, with what every statement about it needs. */
    private final class Application {

        private final RecordedEvent<BreachEvent> recorded;
        private final Connection connection;
        private final List<Deadline> deadlines;
        private final Statements statements = new Statements();
        private final UUID tenant;

        Application(RecordedEvent<BreachEvent> recorded, Connection connection, List<Deadline> deadlines) {
            this.recorded = recorded;
            this.connection = connection;
            this.deadlines = deadlines;
            this.tenant = recorded.tenant();
        }

        void apply() throws SQLException {
            switch (recorded.event()) {
                case BreachDetected e -> {
                    statements.add(
                            DETECTED,
                            e.incidentId(),
                            tenant,
                            recorded.version(),
                            e.discoveredAt(),
                            personal.protect(tenant, e.description()),
                            e.termsVersion(),
                            NoticeContents.words(e.mandatory()));
                    e.clocks().forEach(run -> run(e.incidentId(), run, e.discoveredAt()));
                    entry(e.incidentId(), "DETECTED", e.discoveredAt(), null);
                }
                case BreachClocksRecomputed e -> recomputed(e);
                case ControllerInformed e -> informed(e);
                case BreachRecipientMissing e -> {
                    statements.add(NOBODY, e.at(), e.incidentId(), tenant);
                    entry(e.incidentId(), "RECIPIENT_MISSING", e.at(), null);
                    mail(e.incidentId(), "ALERT", List.of(), null, null, List.of());
                }
                case SubprocessorInformDeadlineMissed e ->
                    missed(e.incidentId(), BreachClock.SUBPROCESSOR, e.deadline());
                case ControllerInformDeadlineMissed e -> missed(e.incidentId(), BreachClock.CONTROLLER, e.deadline());
                case AuthorityWindowElapsed e -> missed(e.incidentId(), BreachClock.AUTHORITY, e.deadline());
                case BreachDeadlineMissWithdrawn e -> {
                    statements.add(MISSED, null, e.incidentId(), tenant, e.clock());
                    clockEntry(e.incidentId(), "MISS_WITHDRAWN", e.clock(), null, e.deadline());
                }
                case BreachNoticeSupplemented e -> supplemented(e);
                case BreachAssessmentRecorded e -> {
                    var reasons = personal.protect(tenant, e.reasons());
                    statements.add(
                            ASSESSED,
                            e.at(),
                            e.isBreach(),
                            e.reportNeeded(),
                            reasons,
                            e.reportNeeded(),
                            e.at(),
                            e.incidentId(),
                            tenant);
                    statements.add(AUTHORITY_ENDED, e.incidentId(), tenant);
                    entry(e.incidentId(), e.isBreach() ? "ASSESSED_BREACH" : "ASSESSED_NO_BREACH", e.at(), reasons);
                }
                case AuthorityReportAnnounced e -> {
                    statements.add(ANNOUNCED, e.at(), e.plannedAt(), e.incidentId(), tenant);
                    entry(e.incidentId(), "REPORT_ANNOUNCED", e.at(), null);
                }
                case AuthorityReportRecorded e -> {
                    statements.add(
                            REPORTED,
                            e.reportedAt(),
                            e.provisional(),
                            e.announcedFirst(),
                            e.reportedAt(),
                            e.incidentId(),
                            tenant);
                    statements.add(AUTHORITY_ENDED, e.incidentId(), tenant);
                    entry(
                            e.incidentId(),
                            e.provisional() ? "REPORTED_PROVISIONALLY" : "REPORTED",
                            e.reportedAt(),
                            null);
                }
                case BreachNoticeSent e -> {
                    var alert = alert(e.mail());
                    statements.add(SENT, e.at(), e.messageId(), e.recipients(), e.aboutEvent(), alert, alert);
                    entry(e.incidentId(), "MAIL_SENT", e.at(), null);
                }
                case BreachNoticeFailed e -> {
                    var alert = alert(e.mail());
                    var recipient = e.recipient();
                    var refused = recipient == null || !e.forGood() ? List.<UUID>of() : List.of(recipient);
                    statements.add(FAILED, e.reason(), refused, e.aboutEvent(), alert, alert);
                    entry(e.incidentId(), "MAIL_FAILED", e.at(), null);
                }
            }
            statements.add(VERSION, recorded.version(), recorded.event().incidentId(), tenant);
            statements.run(connection);
        }

        private void recomputed(BreachClocksRecomputed e) {
            statements.add(RECOMPUTED, e.discoveredAt(), e.termsVersion(), e.incidentId(), tenant);
            var kept = e.clocks().stream().map(run -> run.clock().name()).collect(Collectors.joining(","));
            statements.add(CLOCKS_GONE, e.incidentId(), tenant, kept);
            e.clocks().forEach(run -> run(e.incidentId(), run, e.discoveredAt()));
            statements.add(INFORMED_BEFORE, e.incidentId(), tenant);
            statements.add(LATE_AFTER_ALL, e.incidentId(), tenant);
            if (e.clocks().isEmpty()) {
                entry(e.incidentId(), "DISCOVERY_CORRECTED", recorded.occurredAt(), null);
            }
            for (var run : e.clocks()) {
                clockEntry(
                        e.incidentId(),
                        "DISCOVERY_CORRECTED",
                        run.clock(),
                        e.former().stream()
                                .filter(former -> former.clock() == run.clock())
                                .findFirst()
                                .map(ClockRun::deadline)
                                .orElse(null),
                        run.deadline());
            }
        }

        private void informed(ControllerInformed e) {
            var content = personal.protect(tenant, NoticeContents.write(e.content()));
            var reason = personal.protect(tenant, e.lateReason());
            statements.add(
                    INFORMED,
                    e.informedAt(),
                    e.late(),
                    reason,
                    content,
                    NoticeContents.words(e.missing()),
                    e.recipients(),
                    e.fallback(),
                    e.incidentId(),
                    tenant);
            statements.add(ENDED, e.informedAt(), e.incidentId(), tenant, BreachClock.CONTROLLER);
            statements.add(AUTHORITY_GONE, e.incidentId(), tenant);
            if (e.authority() != null) {
                run(e.incidentId(), e.authority(), null);
                statements.add(AUTHORITY_ENDED, e.incidentId(), tenant);
            }
            entry(e.incidentId(), e.late() ? "INFORMED_LATE" : "INFORMED", e.informedAt(), reason);
            mail(e.incidentId(), "NOTICE", e.recipients(), content, null, e.missing());
            if (e.fallback()) {
                mail(e.incidentId(), "ALERT", List.of(), null, null, List.of());
            }
        }

        private void supplemented(BreachNoticeSupplemented e) throws SQLException {
            var text = personal.protect(tenant, e.text());
            // What was known stays known: the row shows everything that the controller was told.
            var known = Rows.list(
                    connection,
                    CONTENT,
                    row -> NoticeContents.read(personal.reveal(tenant, row.optionalText("content"))),
                    e.incidentId(),
                    tenant);
            var told = e.content() == null ? NoticeContent.NOTHING : e.content();
            var all = known.isEmpty() ? told : known.getFirst().with(told);
            var missing = NoticeContents.words(e.missing());
            statements.add(
                    SUPPLEMENTED, personal.protect(tenant, NoticeContents.write(all)), missing, e.incidentId(), tenant);
            statements.add(
                    ENTRY,
                    recorded.id(),
                    e.incidentId(),
                    tenant,
                    "SUPPLEMENTED",
                    e.at(),
                    null,
                    null,
                    null,
                    e.cause(),
                    text);
            mail(
                    e.incidentId(),
                    "SUPPLEMENT",
                    e.recipients(),
                    personal.protect(tenant, NoticeContents.write(told)),
                    text,
                    e.missing());
        }

        private void run(UUID incident, ClockRun run, @Nullable Instant discoveredAt) {
            statements.add(
                    RUN,
                    incident,
                    tenant,
                    run.clock(),
                    run.rule(),
                    run.termKey(),
                    run.term(),
                    run.clause(),
                    run.startsAt(),
                    run.deadline(),
                    run.outerLimit(),
                    run.calendar(),
                    run.clock() == BreachClock.SUBPROCESSOR ? discoveredAt : null);
            deadlines.add(new Deadline(CLOCK, recorded.stream(), run.clock().name(), tenant, run.deadline()));
        }

        /** Null: of all mails about the event. */
        private static @Nullable Boolean alert(@Nullable NoticeMail mail) {
            return mail == null ? null : mail == NoticeMail.VENDOR;
        }

        private void missed(UUID incident, BreachClock clock, Instant deadline) {
            statements.add(MISSED, recorded.occurredAt(), incident, tenant, clock);
            clockEntry(incident, "DEADLINE_MISSED", clock, null, deadline);
        }

        private void clockEntry(
                UUID incident, String kind, BreachClock clock, @Nullable Instant former, Instant deadline) {
            statements.add(
                    ENTRY,
                    UUID.nameUUIDFromBytes((recorded.id() + clock.name()).getBytes(StandardCharsets.UTF_8)),
                    incident,
                    tenant,
                    kind,
                    recorded.occurredAt(),
                    clock,
                    former,
                    deadline,
                    null,
                    null);
        }

        private void entry(UUID incident, String kind, Instant at, @Nullable String text) {
            statements.add(ENTRY, recorded.id(), incident, tenant, kind, at, null, null, null, null, text);
        }

        private void mail(
                UUID incident,
                String kind,
                List<UUID> recipients,
                @Nullable String content,
                @Nullable String words,
                List<NoticeField> missing) {
            if (recorded.metadata().historic()) {
                return;
            }
            statements.add(
                    MAIL_DUE,
                    recorded.id(),
                    kind,
                    incident,
                    tenant,
                    recipients,
                    content,
                    words,
                    NoticeContents.words(missing));
            deadlines.add(
                    new Deadline(MAIL, recorded.stream(), recorded.id().toString(), tenant, recorded.occurredAt()));
        }
    }
}
