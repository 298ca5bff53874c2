package nl.waarborg.incident.month.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.EventStore;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.incident.month.domain.IncidentCourse;
import nl.waarborg.incident.month.domain.IncidentCourse.ClockCourse;
import nl.waarborg.incident.month.domain.IncidentFigure;
import nl.waarborg.incident.month.domain.IncidentFigure.State;
import nl.waarborg.incident.supportcalendar.projection.PublishedCalendars;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.calendar.BusinessCalendar;
import nl.waarborg.terms.calendar.CalendarRefusal;
import nl.waarborg.terms.clock.Deadlines;
import org.jspecify.annotations.Nullable;

/** The incidents of a month with their times, reckoned with the terms of the time of their report. */
@ApplicationScoped
public class IncidentFigures {

    static final String COLUMNS =
            """
            select incident_id, tenant_id, priority, state, reported_at, handled_at, response_clock, responded,
                response_missed, recovery_clock, recovered, recovery_missed, waiting_since, waited_seconds, last_at
            from incident_figure""";
    private static final String OF_MONTH = COLUMNS + " where tenant_id = ? and month = ? order by reported_at";
    private static final String FIRST_MONTH =
            "select min(month) as month from incident_figure where tenant_id = ?" + " having min(month) is not null";

    private final AgreedWithTenants tenants;
    private final PublishedCalendars calendars;
    private final Rows rows;
    private final Provider<EventStore> store;

    /** @param store is itself made from the projections, hence later */
    public IncidentFigures(
            AgreedWithTenants tenants,
            PublishedCalendars calendars,
            @DataSource("writer") javax.sql.DataSource writer,
            Provider<EventStore> store) {
        this.tenants = tenants;
        this.calendars = calendars;
        this.store = store;
        this.rows = new Rows(writer);
    }

    /** As known now. */
    public List<IncidentFigure> of(UUID tenant, YearMonth month) {
        return rows.list(OF_MONTH, this::figure, tenant, month.atDay(1));
    }

    private record Reckoned(UUID incident, IncidentCourse course, Instant lastAt) {}

    /** As the incidents stood at a moment, UTC: what happened later is left out. */
    public List<IncidentFigure> asOf(UUID tenant, YearMonth month, Instant moment) {
        return rows
                .list(
                        OF_MONTH,
                        row -> new Reckoned(
                                row.uuid("incident_id"),
                                course(row),
                                Objects.requireNonNullElse(row.optionalInstant("last_at"), row.instant("reported_at"))),
                        tenant,
                        month.atDay(1))
                .stream()
                .map(reckoned -> reckoned.lastAt().isAfter(moment)
                        ? IncidentCourse.of(history(reckoned.incident()), moment)
                        : reckoned.course())
                .filter(Objects::nonNull)
                .map(course -> figure(tenant, course))
                .toList();
    }

    private List<IncidentEvent> history(UUID incident) {
        return store.get().read(IncidentEventTypes.INCIDENT_EVENTS, IncidentEventTypes.stream(incident)).stream()
                .map(RecordedEvent::event)
                .toList();
    }

    /** The month of the tenant's first report, local time. */
    public Optional<YearMonth> firstMonth(UUID tenant) {
        return rows.first(FIRST_MONTH, row -> YearMonth.from(row.date("month")), tenant);
    }

    IncidentFigure figure(Row row) throws SQLException {
        return figure(row.uuid("tenant_id"), course(row));
    }

    private static IncidentCourse course(Row row) throws SQLException {
        return new IncidentCourse(
                row.optionalText("priority"),
                State.valueOf(row.text("state")),
                row.instant("reported_at"),
                row.optionalInstant("handled_at"),
                new ClockCourse(row.flag("response_clock"), row.flag("responded"), row.flag("response_missed")),
                new ClockCourse(row.flag("recovery_clock"), row.flag("recovered"), row.flag("recovery_missed")),
                row.optionalInstant("waiting_since"),
                Duration.ofSeconds(row.number("waited_seconds")));
    }

    private IncidentFigure figure(UUID tenant, IncidentCourse course) {
        var reportedAt = course.reportedAt();
        var handledAt = course.handledAt();
        var terms = tenants.of(tenant).termsAt(reportedAt);
        return new IncidentFigure(
                course.priority(),
                course.state(),
                course.response().verdict(),
                course.recovery().verdict(),
                terms.map(agreed -> withinTerm(agreed, reportedAt, handledAt)).orElse(null),
                handledAt == null ? null : Duration.between(reportedAt, handledAt),
                handledAt == null
                        ? null
                        : terms.map(agreed -> businessTime(agreed, reportedAt, handledAt))
                                .orElse(null),
                course.waited());
    }

    private @Nullable Boolean withinTerm(Terms terms, Instant reportedAt, @Nullable Instant handledAt) {
        return terms.span(TermKey.INCIDENT_HANDLED_SHARE_WITHIN)
                .map(span -> {
                    var deadlines =
                            Deadlines.of(terms, support(terms, reportedAt).hours());
                    return handledAt != null
                            && !handledAt.isAfter(deadlines.after(deadlines.start(reportedAt, terms), span));
                })
                .orElse(null);
    }

    private @Nullable Duration businessTime(Terms terms, Instant from, Instant to) {
        try {
            return support(terms, to).hours().between(from, to);
        } catch (CalendarRefusal beyondThePublishedDays) {
            return null;
        }
    }

    private BusinessCalendar support(Terms terms, Instant at) {
        return AgreedCalendars.of(terms, id -> calendars.at(id, at)).support();
    }
}
