package nl.waarborg.incident.incident.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.incident.incident.domain.ClockSetting;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityContactMade;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityDowngraded;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityFollowUpAgreed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CalamityReported;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksPaused;
import nl.waarborg.incident.incident.domain.IncidentEvent.ClocksResumed;
import nl.waarborg.incident.incident.domain.IncidentEvent.CustomerReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineMissWithdrawn;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlineWarningRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.DeadlinesRecalculated;
import nl.waarborg.incident.incident.domain.IncidentEvent.EscalationRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.FeedbackRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentAssigned;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentClassified;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentHandled;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLapsed;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentLinked;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentPrioritised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentRaised;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentReopened;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentResponseGiven;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentStatusChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.IncidentSubmissionRefused;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalated;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRejected;
import nl.waarborg.incident.incident.domain.IncidentEvent.PriorityEscalationRequested;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.RecoveryExpectationChanged;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterCorrected;
import nl.waarborg.incident.incident.domain.IncidentEvent.RelatedMatterEnded;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseClockStarted;
import nl.waarborg.incident.incident.domain.IncidentEvent.ResponseDeadlineMissed;
import nl.waarborg.incident.incident.domain.IncidentEvent.VendorReactionAdded;
import nl.waarborg.incident.incident.domain.IncidentEvent.WorkaroundProvided;
import nl.waarborg.terms.clock.ClockKind;
import org.jspecify.annotations.Nullable;

/** The moments at which the clock looks at an incident: its deadlines, and the warnings before them. */
public final class IncidentDeadlinesProjection implements Projection<IncidentEvent> {

    public static final String DEADLINE = "incident-deadline";
    public static final String WARNING = "incident-deadline-warning";

    @Override
    public String name() {
        return "incident-deadlines";
    }

    @Override
    public Class<IncidentEvent> events() {
        return IncidentEvent.class;
    }

    /** The library's table; a rebuild leaves it alone. */
    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<IncidentEvent>> events, Connection connection) throws SQLException {
        var changes = new Changes();
        events.forEach(recorded -> note(changes, recorded));
        changes.write(connection);
    }

    private static void note(Changes changes, RecordedEvent<IncidentEvent> recorded) {
        var stream = recorded.stream();
        var tenant = recorded.tenant();
        switch (recorded.event()) {
            case ResponseClockStarted e -> changes.set(stream, tenant, e.clock());
            case RecoveryClockStarted e -> changes.set(stream, tenant, e.clock());
            case CalamityReported e -> {
                if (e.contactClock() != null) {
                    changes.set(stream, tenant, e.contactClock());
                }
            }
            case DeadlinesRecalculated e -> {
                for (var change : e.clocks()) {
                    var net = change.net();
                    changes.set(
                            stream,
                            tenant,
                            change.kind(),
                            net == null ? null : net.deadline(),
                            net == null ? null : net.warnsAt());
                }
            }
            case ClocksPaused e -> e.clocks().forEach(kind -> changes.cancel(stream, tenant, kind));
            case ClocksResumed e -> {
                for (var net : e.deadlines()) {
                    changes.set(stream, tenant, net.kind(), net.deadline(), net.warnsAt());
                }
            }
            case IncidentResponseGiven _ -> changes.cancel(stream, tenant, ClockKind.RESPONSE);
            case WorkaroundProvided _, IncidentHandled _ -> changes.cancel(stream, tenant, ClockKind.RECOVERY);
            case CalamityContactMade _, CalamityDowngraded _ ->
                changes.cancel(stream, tenant, ClockKind.CALAMITY_CONTACT);
            case IncidentLapsed _ -> {
                for (var kind : ClockKind.values()) {
                    changes.cancel(stream, tenant, kind);
                }
            }
            case IncidentRaised _,
                    IncidentSubmissionRefused _,
                    IncidentClassified _,
                    IncidentPrioritised _,
                    IncidentAssigned _,
                    VendorReactionAdded _,
                    CustomerReactionAdded _,
                    IncidentStatusChanged _,
                    IncidentReopened _,
                    FeedbackRequested _,
                    FeedbackGiven _,
                    ResponseDeadlineMissed _,
                    RecoveryDeadlineMissed _,
                    CalamityContactDeadlineMissed _,
                    DeadlineMissWithdrawn _,
                    DeadlineWarningRaised _,
                    PriorityEscalationRequested _,
                    PriorityEscalated _,
                    PriorityEscalationRejected _,
                    CalamityFollowUpAgreed _,
                    EscalationRaised _,
                    IncidentLinked _,
                    RecoveryExpectationChanged _,
                    RelatedMatterEnded _,
                    RelatedMatterCorrected _ -> {}
        }
    }

    /** What a batch leaves of each deadline; null: none. */
    private static final class Changes {

        private record Name(String kind, StreamId stream, ClockKind clock) {}

        private record Due(UUID tenant, @Nullable Instant at) {}

        private final Map<Name, Due> changes = new LinkedHashMap<>();

        void set(StreamId stream, UUID tenant, ClockSetting clock) {
            set(stream, tenant, clock.kind(), clock.deadline(), clock.warnsAt());
        }

        void cancel(StreamId stream, UUID tenant, ClockKind clock) {
            set(stream, tenant, clock, null, null);
        }

        void set(StreamId stream, UUID tenant, ClockKind clock, @Nullable Instant deadline, @Nullable Instant warnsAt) {
            changes.put(new Name(DEADLINE, stream, clock), new Due(tenant, deadline));
            changes.put(new Name(WARNING, stream, clock), new Due(tenant, warnsAt));
        }

        void write(Connection connection) throws SQLException {
            var set = new ArrayList<Deadline>();
            for (var change : changes.entrySet()) {
                var name = change.getKey();
                var due = change.getValue().at();
                if (due == null) {
                    Deadlines.cancel(
                            connection, name.kind(), name.stream(), name.clock().name());
                } else {
                    set.add(new Deadline(
                            name.kind(),
                            name.stream(),
                            name.clock().name(),
                            change.getValue().tenant(),
                            due));
                }
            }
            Deadlines.set(connection, set);
        }
    }
}
