package nl.waarborg.availability.wish.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.waarborg.availability.wish.domain.Wish.State;
import nl.waarborg.availability.wish.domain.WishEvent;
import nl.waarborg.availability.wish.domain.WishEvent.WishAssessed;
import nl.waarborg.availability.wish.domain.WishEvent.WishPlanned;
import nl.waarborg.availability.wish.domain.WishEvent.WishSubmitted;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** The wishes of a vendor's customers; their words are ciphertext of the customer that submitted each. */
public final class WishesProjection implements Projection<WishEvent> {

    private static final String SUBMITTED =
            """
            insert into wish (wish_id, provider, of_tenant, submitted_by, title, text, state, submitted_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ASSESSED =
            """
            update wish set suitable = ?, feasible = ?, explanation = ?, state = ?, version = ?
            where wish_id = ?""";
    private static final String PLANNED = "update wish set release_id = ?, state = ?, version = ? where wish_id = ?";

    private final PersonalData personal;

    public WishesProjection(PersonalData personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "wishes";
    }

    @Override
    public Class<WishEvent> events() {
        return WishEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("wish");
    }

    @Override
    public void apply(List<RecordedEvent<WishEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        events.forEach(recorded -> add(statements, recorded));
        statements.run(connection);
    }

    private void add(Statements statements, RecordedEvent<WishEvent> recorded) {
        var tenant = recorded.tenant();
        var version = recorded.version();
        switch (recorded.event()) {
            case WishSubmitted e ->
                statements.add(
                        SUBMITTED,
                        e.wishId(),
                        e.provider(),
                        tenant,
                        e.submittedBy(),
                        personal.protect(tenant, e.title()),
                        personal.protect(tenant, e.text()),
                        State.SUBMITTED,
                        e.at(),
                        version);
            case WishAssessed e ->
                statements.add(
                        ASSESSED,
                        e.suitable(),
                        e.feasible(),
                        personal.protect(tenant, e.explanation()),
                        e.suitable() && e.feasible() ? State.ACCEPTED : State.DECLINED,
                        version,
                        e.wishId());
            case WishPlanned e -> statements.add(PLANNED, e.releaseId(), State.PLANNED, version, e.wishId());
        }
    }
}
