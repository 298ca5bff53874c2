package nl.waarborg.availability.measurement.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageAssessed;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageDetected;
import nl.waarborg.availability.measurement.domain.SuspectedOutageEvent.SuspectedOutageEnded;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.PersonalData;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;

/** What the monitors suspect, for operators; what follows from it is a deadline that is due at once. */
public final class SuspectedOutagesProjection implements Projection<SuspectedOutageEvent> {

    /** An outage must be started for this suspicion, the deadline's key. */
    public static final String START = "start-outage-of-suspicion";

    /** The outage that was started for this suspicion, the deadline's key, must be ended. */
    public static final String END = "end-outage-of-suspicion";

    private static final String DETECTED =
            """
            insert into suspected_outage (suspicion_id, tenant_id, provider, system_id, component, since, samples, probes, error, detected_at)
            values (?, ?, ?, ?, ?, ?, ?, string_to_array(?, E'\\n'), ?, ?)""";
    private static final String ENDED = "update suspected_outage set ended_at = ? where suspicion_id = ?";
    private static final String ASSESSED =
            """
            update suspected_outage set outage = ?, reason = ?, assessed_by = ?, assessed_at = ? where suspicion_id = ?""";

    private final PersonalData personal;
    private final boolean startsOutages;

    /** @param startsOutages whether the monitor starts and ends outages by itself */
    public SuspectedOutagesProjection(PersonalData personal, boolean startsOutages) {
        this.personal = personal;
        this.startsOutages = startsOutages;
    }

    @Override
    public String name() {
        return "suspected-outages";
    }

    @Override
    public Class<SuspectedOutageEvent> events() {
        return SuspectedOutageEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("suspected_outage");
    }

    @Override
    public void apply(List<RecordedEvent<SuspectedOutageEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case SuspectedOutageDetected e -> {
                    statements.add(
                            DETECTED,
                            e.suspicionId(),
                            recorded.tenant(),
                            e.provider(),
                            e.systemId(),
                            e.component(),
                            e.since(),
                            e.samples(),
                            String.join("\n", e.probes()),
                            e.error(),
                            e.at());
                    if (startsOutages) {
                        deadlines.add(reaction(START, recorded));
                    }
                }
                case SuspectedOutageEnded e -> {
                    statements.add(ENDED, e.endedAt(), e.suspicionId());
                    deadlines.add(reaction(END, recorded));
                }
                case SuspectedOutageAssessed e -> {
                    statements.add(
                            ASSESSED,
                            e.outage(),
                            personal.protect(recorded.tenant(), e.reason()),
                            e.by(),
                            e.at(),
                            e.suspicionId());
                    if (e.outage()) {
                        deadlines.add(reaction(START, recorded));
                    }
                }
            }
        }
        statements.run(connection);
        Deadlines.set(connection, deadlines);
    }

    private static Deadline reaction(String kind, RecordedEvent<SuspectedOutageEvent> recorded) {
        return new Deadline(
                kind,
                recorded.stream(),
                recorded.event().suspicionId().toString(),
                recorded.tenant(),
                recorded.occurredAt());
    }
}
