package nl.waarborg.processoragreement.training.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.training.domain.Training;

/** L3 ends with the agreement (XSV-039). */
public final class EndedAgreementsProjection implements Projection<AgreementEvent> {

    public static final String L3_AGREEMENT_ENDED = "l3-agreement-ended";

    @Override
    public String name() {
        return "l3-of-ended-agreements";
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
            if (recorded.event() instanceof AgreementEnded e) {
                deadlines.add(new Deadline(
                        L3_AGREEMENT_ENDED,
                        Training.stream(recorded.tenant()),
                        e.endedOn().toString(),
                        recorded.tenant(),
                        recorded.occurredAt()));
            }
        }
        Deadlines.set(connection, deadlines);
    }
}
