package nl.waarborg.incident.month.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.projection.Rows.Row;
import nl.waarborg.incident.month.domain.IncidentFigure;
import nl.waarborg.incident.month.domain.IncidentFigure.State;
import nl.waarborg.incident.month.domain.IncidentFigure.Verdict;
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
            select tenant_id, priority, state, reported_at, handled_at, response_clock, responded, response_missed,
                recovery_clock, recovered, recovery_missed, waited_seconds
            from incident_figure""";
    private static final String OF_MONTH = COLUMNS + " where tenant_id = ? and month = ? order by reported_at";
    private static final String FIRST_MONTH =
            "select min(month) as month from incident_figure where tenant_id = ?" + " having min(month) is not null";

    private final AgreedWithTenants tenants;
    private final PublishedCalendars calendars;
    private final Rows rows;

    public IncidentFigures(
            AgreedWithTenants tenants,
            PublishedCalendars calendars,
            @DataSource("writer") javax.sql.DataSource writer) {
        this.tenants = tenants;
        this.calendars = calendars;
        this.rows = new Rows(writer);
    }

    public List<IncidentFigure> of(UUID tenant, YearMonth month) {
        return rows.list(OF_MONTH, this::figure, tenant, month.atDay(1));
    }

    /** The month of the tenant's first report, local time. */
    public Optional<YearMonth> firstMonth(UUID tenant) {
        return rows.first(FIRST_MONTH, row -> YearMonth.from(row.date("month")), tenant);
    }

    IncidentFigure figure(Row row) throws SQLException {
        var reportedAt = row.instant("reported_at");
        var handledAt = row.optionalInstant("handled_at");
        var terms = tenants.of(row.uuid("tenant_id")).termsAt(reportedAt);
        return new IncidentFigure(
                row.optionalText("priority"),
                State.valueOf(row.text("state")),
                verdict(row.flag("response_clock"), row.flag("responded"), row.flag("response_missed")),
                verdict(row.flag("recovery_clock"), row.flag("recovered"), row.flag("recovery_missed")),
                terms.map(agreed -> withinTerm(agreed, reportedAt, handledAt)).orElse(null),
                handledAt == null ? null : Duration.between(reportedAt, handledAt),
                handledAt == null
                        ? null
                        : terms.map(agreed -> businessTime(agreed, reportedAt, handledAt))
                                .orElse(null),
                Duration.ofSeconds(row.number("waited_seconds")));
    }

    private static Verdict verdict(boolean clock, boolean done, boolean missed) {
        if (missed) {
            return Verdict.MISSED;
        }
        return clock && done ? Verdict.MET : Verdict.NONE;
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
