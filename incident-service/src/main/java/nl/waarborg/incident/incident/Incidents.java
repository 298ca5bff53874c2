package nl.waarborg.incident.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.incident.incident.domain.Channel;
import nl.waarborg.incident.incident.domain.Incident;
import nl.waarborg.incident.incident.domain.IncidentCommand;
import nl.waarborg.incident.incident.domain.IncidentEvent;
import nl.waarborg.incident.incident.domain.Promise;
import nl.waarborg.incident.incident.domain.SubmissionRight;
import nl.waarborg.incident.person.projection.People;
import nl.waarborg.terms.calendar.CalendarRefusal;
import org.jspecify.annotations.Nullable;

/** Runs commands on incidents with the facts that they need; REST, posted events and the clock all come through here. */
@ApplicationScoped
public class Incidents {

    private final CommandHandler<IncidentCommand, Incident, IncidentEvent> handler;
    private final Promises promises;
    private final People people;

    public Incidents(
            CommandHandler<IncidentCommand, Incident, IncidentEvent> handler, Promises promises, People people) {
        this.handler = handler;
        this.promises = promises;
        this.people = people;
    }

    /** @throws ProblemException if the facts cannot be had, or the calendars do not reach that far */
    public CommandResult<IncidentEvent> handle(
            StreamId stream, CommandContext context, Function<Promise, IncidentCommand> command) {
        try {
            return handler.handle(
                    stream,
                    context,
                    incident -> command.apply(promises.of(context.tenant(), context.occurredAt(), incident)));
        } catch (CalendarRefusal e) {
            throw ProblemException.invalidField("/time", String.valueOf(e.getMessage()));
        }
    }

    /** The same, for commands that need no facts of the tenant. */
    public CommandResult<IncidentEvent> handle(StreamId stream, CommandContext context, IncidentCommand command) {
        return handler.handle(stream, context, command);
    }

    public Incident state(StreamId stream) {
        return handler.state(stream);
    }

    /**
     * Whether a person may submit (INC-012, INC-013, INC-014). A mail becomes a ticket whoever sent it (INC-058).
     *
     * @param token the roles of the person's own token; null if somebody else reports on its behalf
     */
    public SubmissionRight right(
            UUID tenant, @Nullable UUID person, Channel channel, @Nullable Set<String> token, Instant at) {
        if (channel == Channel.MAIL) {
            return SubmissionRight.MAY_SUBMIT;
        }
        if (person == null) {
            return SubmissionRight.NONE;
        }
        var facts = people.submitter(tenant, person, at);
        if (facts.maySubmit() && (token == null || token.contains("incident-submitter"))) {
            return SubmissionRight.MAY_SUBMIT;
        }
        return facts.viewOnly() || facts.maySubmit() ? SubmissionRight.VIEW_ONLY : SubmissionRight.NONE;
    }
}
