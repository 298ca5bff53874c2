package nl.waarborg.processoragreement.disposition.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.DataDispositionChosen;

/** What each customer chose last. */
public final class ChoicesProjection implements Projection<DispositionEvent> {

    private static final String CHOSEN =
            """
            insert into disposition_choice (tenant_id, choice, chosen_at) values (?, ?, ?)
            on conflict (tenant_id) do update set choice = excluded.choice, chosen_at = excluded.chosen_at""";

    @Override
    public String name() {
        return "disposition-choices";
    }

    @Override
    public Class<DispositionEvent> events() {
        return DispositionEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("disposition_choice");
    }

    @Override
    public void apply(List<RecordedEvent<DispositionEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        for (var recorded : events) {
            if (recorded.event() instanceof DataDispositionChosen chosen) {
                statements.add(CHOSEN, recorded.tenant(), chosen.choice(), chosen.at());
            }
        }
        statements.run(connection);
    }
}
