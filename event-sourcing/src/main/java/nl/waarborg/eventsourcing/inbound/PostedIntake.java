package nl.waarborg.eventsourcing.inbound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemKind;
import org.jboss.logging.Logger;

/** The posted types, from {@code <service>.inbound}: whoever is let into the topic may post. */
record PostedIntake(PostedEvents events, Poster poster) implements Intake.Commands {

    private static final Logger LOG = Logger.getLogger(PostedIntake.class);

    @Override
    public boolean knows(InboundRecord record) {
        var type = record.type();
        return type == null || events.knows(type);
    }

    @Override
    public Set<InboundRecord> together(List<InboundRecord> records) {
        var bulk = new ArrayList<InboundRecord>();
        var posted = new ArrayList<PostedEvent>();
        for (var record : records) {
            var event = record.event();
            if (event != null && events.takesAsRows(event.getType())) {
                bulk.add(record);
                posted.add(new PostedEvent(event));
            }
        }
        var answers = events.handle(posted, poster);
        var done = Collections.<InboundRecord>newSetFromMap(new IdentityHashMap<>());
        for (var i = 0; i < bulk.size(); i++) {
            if (answers.get(i).problem() == null) {
                done.add(bulk.get(i));
            }
        }
        return done;
    }

    @Override
    public void handle(InboundRecord record) {
        var event = record.event();
        if (event == null) {
            throw new Intake.Refused("it is no CloudEvent");
        }
        var problem = events.handle(new PostedEvent(event), poster).problem();
        if (problem == null) {
            return;
        }
        if (problem.type().equals(ProblemKind.REFUSED_BY_RULE.type())) {
            // An outcome like any other; nobody waits for the answer here.
            LOG.infof("Event %s of %s was refused by rule %s", event.getId(), event.getSource(), problem.rule());
            return;
        }
        var errors = problem.errors() == null
                ? ""
                : String.join(
                        ", ", problem.errors().stream().map(PostedIntake::text).toList());
        throw new Intake.Refused(problem.title() + ": " + (problem.detail() == null ? errors : problem.detail()));
    }

    private static String text(FieldError error) {
        return error.pointer() + ' ' + error.message();
    }
}
