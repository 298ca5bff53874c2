package nl.waarborg.incident.incident.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.incident.incident.domain.Calamity;
import nl.waarborg.incident.incident.domain.Category;
import nl.waarborg.incident.incident.domain.Channel;
import nl.waarborg.incident.incident.domain.IncidentType;
import nl.waarborg.incident.incident.domain.RelatedKind;
import nl.waarborg.incident.incident.domain.Status;
import nl.waarborg.incident.incident.domain.Team;
import nl.waarborg.incident.incident.domain.Topic;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.ClockKind;
import nl.waarborg.terms.clock.Waiting.Party;
import org.jspecify.annotations.Nullable;

/** Incidents as the caller may see them: its own tenant's, or those of its provider's tenants. */
@ApplicationScoped
@TenantScope
public class IncidentsView {

    private static final String COLUMNS = "select i.* from incident i";
    private static final String ONE = COLUMNS + " where i.incident_id = ?";
    private static final String CLOCKS = "select * from incident_clock where incident_id = ? order by array_position("
            + "array['RESPONSE', 'RECOVERY', 'CALAMITY_CONTACT'], kind)";
    private static final String WAITS =
            "select party, starts, ends from incident_wait where incident_id = ? order by starts";
    private static final String LINKS =
            "select kind, related, expected_at, ended_at from incident_link where incident_id = ? order by related";
    private static final String ORDER_KEY = "coalesce(i.next_due, 'infinity'::timestamptz)";

    private final Rows rows;
    private final PersonalData personal;

    public IncidentsView(DataSource reader, PersonalData personal) {
        this.rows = new Rows(reader);
        this.personal = personal;
    }

    /** Text is null once the tenant's key is destroyed. {@code nextDue} is the first deadline of a clock that runs, {@code dueSoon} that most of its time is used up. */
    public record IncidentRow(
            UUID id,
            UUID tenant,
            int version,
            String source,
            String number,
            @Nullable UUID submitter,
            Channel channel,
            @Nullable String title,
            @Nullable String description,
            @Nullable UUID environment,
            Topic topic,
            @Nullable IncidentType claimedType,
            @Nullable Priority claimedPriority,
            @Nullable IncidentType type,
            @Nullable Category category,
            Priority priority,
            boolean prioritisedBySupport,
            @Nullable Priority requestedPriority,
            boolean urgent,
            boolean helpCenterConsulted,
            @Nullable String reachableContact,
            boolean chargeable,
            boolean firstClass,
            Status status,
            @Nullable Party waitingFor,
            Calamity calamity,
            @Nullable UUID agent,
            @Nullable Team team,
            @Nullable String group,
            Instant raisedAt,
            @Nullable Instant respondedAt,
            @Nullable Instant handledAt,
            @Nullable Instant closedAt,
            int reopened,
            @Nullable Instant nextDue,
            boolean dueSoon) {}

    public record ClockRow(
            ClockKind kind,
            Instant since,
            Instant startsAt,
            Instant deadline,
            Instant due,
            @Nullable Instant target,
            String termKey,
            String term,
            String rule,
            String calendar,
            int calendarVersion,
            int termsVersion,
            boolean rebased,
            boolean paused,
            @Nullable Instant stoppedAt,
            @Nullable Instant missedAt,
            boolean cancelled) {}

    public record WaitRow(Party party, Instant from, @Nullable Instant to) {}

    public record LinkRow(RelatedKind kind, UUID related, @Nullable Instant expectedAt, @Nullable Instant endedAt) {}

    /** What a list is asked for; null: whatever. {@code text} searches title and description. */
    public record Filter(
            @Nullable UUID tenant,
            @Nullable UUID submitter,
            @Nullable Status status,
            @Nullable Boolean open,
            @Nullable Priority priority,
            @Nullable IncidentType type,
            @Nullable UUID agent,
            @Nullable Team team,
            @Nullable Boolean calamity,
            @Nullable Boolean overdue,
            @Nullable Boolean dueSoon,
            @Nullable Instant dueBefore,
            @Nullable String source,
            @Nullable String number,
            @Nullable String text) {}

    /** In order of the next deadline; those without one come last. */
    public List<IncidentRow> queue(Filter filter, Instant now, List<String> after, int limit) {
        var where = new Conditions();
        where.and("i.tenant_id = ?", filter.tenant());
        where.and("i.submitter = ?", filter.submitter());
        where.and("i.status = ?", filter.status());
        where.and("(i.closed_at is null) = ?", filter.open());
        where.and("i.priority = ?", filter.priority());
        where.and("coalesce(i.type, i.claimed_type) = ?", filter.type());
        where.and("i.agent = ?", filter.agent());
        where.and("i.team = ?", filter.team());
        where.and("(i.calamity in ('REPORTED', 'CONTACTED', 'FOLLOW_UP_AGREED')) = ?", filter.calamity());
        where.and("i.next_due < ?", filter.dueBefore());
        where.and("i.source = ?", filter.source());
        where.and("i.number = ?", filter.number());
        where.and("i.due_soon = ?", filter.dueSoon());
        if (filter.overdue() != null) {
            where.and("coalesce(i.next_due < ?, false) = ?", now, filter.overdue());
        }
        if (filter.text() != null) {
            where.and(
                    "i.incident_id in (select s.incident_id from incident_search s"
                            + " where s.words @@ websearch_to_tsquery('simple', ?))",
                    filter.text());
        }
        if (!after.isEmpty()) {
            where.and(
                    "(" + ORDER_KEY + ", i.incident_id) > (?::timestamptz, ?::uuid)",
                    after.getFirst(),
                    after.getLast());
        }
        where.parameters.add(limit);
        return rows.list(
                COLUMNS + where + " order by " + ORDER_KEY + ", i.incident_id limit ?",
                this::incident,
                where.parameters.toArray());
    }

    public Optional<IncidentRow> incident(UUID incident) {
        return rows.first(ONE, this::incident, incident);
    }

    public List<ClockRow> clocks(UUID incident) {
        return rows.list(CLOCKS, IncidentsView::clock, incident);
    }

    public List<WaitRow> waits(UUID incident) {
        return rows.list(
                WAITS,
                row -> new WaitRow(
                        Party.valueOf(row.text("party")), row.instant("starts"), row.optionalInstant("ends")),
                incident);
    }

    public List<LinkRow> links(UUID incident) {
        return rows.list(
                LINKS,
                row -> new LinkRow(
                        RelatedKind.valueOf(row.text("kind")), row.uuid("related"),
                        row.optionalInstant("expected_at"), row.optionalInstant("ended_at")),
                incident);
    }

    private IncidentRow incident(Row row) throws SQLException {
        var tenant = row.uuid("tenant_id");
        return new IncidentRow(
                row.uuid("incident_id"),
                tenant,
                row.number("version"),
                row.text("source"),
                row.text("number"),
                row.optionalUuid("submitter"),
                Channel.valueOf(row.text("channel")),
                personal.reveal(tenant, row.optionalText("title")),
                personal.reveal(tenant, row.optionalText("description")),
                row.optionalUuid("environment"),
                Topic.valueOf(row.text("topic")),
                one(IncidentType.class, row.optionalText("claimed_type")),
                one(Priority.class, row.optionalText("claimed_priority")),
                one(IncidentType.class, row.optionalText("type")),
                one(Category.class, row.optionalText("category")),
                Priority.valueOf(row.text("priority")),
                row.flag("priority_by_support"),
                one(Priority.class, row.optionalText("requested_priority")),
                row.flag("urgent"),
                row.flag("help_center_consulted"),
                personal.reveal(tenant, row.optionalText("reachable_contact")),
                row.flag("chargeable"),
                row.flag("first_class"),
                Status.valueOf(row.text("status")),
                one(Party.class, row.optionalText("waiting_for")),
                Calamity.valueOf(row.text("calamity")),
                row.optionalUuid("agent"),
                one(Team.class, row.optionalText("team")),
                row.optionalText("agent_group"),
                row.instant("raised_at"),
                row.optionalInstant("responded_at"),
                row.optionalInstant("handled_at"),
                row.optionalInstant("closed_at"),
                row.number("reopened"),
                row.optionalInstant("next_due"),
                row.flag("due_soon"));
    }

    private static ClockRow clock(Row row) throws SQLException {
        return new ClockRow(
                ClockKind.valueOf(row.text("kind")),
                row.instant("since"),
                row.instant("starts_at"),
                row.instant("deadline"),
                row.instant("due"),
                row.optionalInstant("target"),
                row.text("term_key"),
                row.text("term"),
                row.text("rule"),
                row.text("calendar"),
                row.number("calendar_version"),
                row.number("terms_version"),
                row.flag("rebased"),
                row.flag("paused"),
                row.optionalInstant("stopped_at"),
                row.optionalInstant("missed_at"),
                row.flag("cancelled"));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** What was asked for, with its parameters in order. */
    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final List<@Nullable Object> parameters = new ArrayList<>();

        void and(String condition, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.add(value);
            }
        }

        void and(String condition, Object first, Object second) {
            conditions.add(condition);
            parameters.add(first);
            parameters.add(second);
        }

        @Override
        public String toString() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
