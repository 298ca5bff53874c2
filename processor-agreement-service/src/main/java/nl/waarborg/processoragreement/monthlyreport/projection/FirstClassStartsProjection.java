package nl.waarborg.processoragreement.monthlyreport.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReports;

/** First Class may be entered when months of it are closed already: their reports are still to be made (XSV-029). */
public final class FirstClassStartsProjection implements Projection<AgreementEvent> {

    public static final String MAKE_MISSING_REPORTS = "make-missing-reports";

    @Override
    public String name() {
        return "reports-of-first-class";
    }

    @Override
    public Class<AgreementEvent> events() {
        return AgreementEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<AgreementEvent>> events, Connection connection) throws SQLException {
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            if (recorded.event() instanceof FirstClassStarted e) {
                deadlines.add(new Deadline(
                        MAKE_MISSING_REPORTS,
                        SlaReports.stream(recorded.tenant()),
                        e.startsOn().toString(),
                        recorded.tenant(),
                        recorded.occurredAt()));
            }
        }
        Deadlines.set(connection, deadlines);
    }
}
