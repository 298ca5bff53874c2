package nl.waarborg.incident.incident.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.incident.incident.domain.IncidentCommand.RaiseIncident;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/** The people, promises and reports that the specifications of incidents share. Times are local in Amsterdam. */
public final class Situation {

    public static final UUID SUBMITTER = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    public static final UUID AGENT = UUID.fromString("0197a000-0000-7000-8000-000000000002");
    public static final UUID MARK = UUID.fromString("0197a000-0000-7000-8000-000000000003");

    public static final Promise AFAS = promise(Preset.AFAS_SLA, Map.of(), false);
    public static final Promise FIRST_CLASS = promise(Preset.AFAS_SLA, Map.of(), true);
    public static final Promise PHOCUS = promise(Preset.PHOCUS_CLOUD, Map.of(), false);
    public static final Promise PAUSING =
            promise(Preset.AFAS_SLA, Map.of("clock.pauseWhileWaiting", "CUSTOMER"), false);

    private static final IncidentDecider DECIDER = new IncidentDecider();

    private Situation() {}

    public static DeciderSpecification<IncidentCommand, Incident, IncidentEvent> incident() {
        return new DeciderSpecification<>(DECIDER);
    }

    public static Promise promise(Preset preset, Map<String, String> deviations, boolean firstClass) {
        var terms = Terms.of(preset, Deviation.read(deviations));
        return new Promise(terms, AgreedCalendars.of(terms), firstClass, SupportRight.SUPPORTED);
    }

    public static Promise without(Promise promise, SupportRight right) {
        return new Promise(promise.terms(), promise.calendars(), promise.firstClass(), right);
    }

    /** {@code 2026-03-09T10:00} in Amsterdam. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(AgreedCalendars.ZONE).toInstant();
    }

    /** A disruption that the customer claims to have this priority. */
    public static RaiseIncident disruption(Priority claimed, Promise promise, Instant at) {
        return report(IncidentType.DISRUPTION, claimed, false, promise, at);
    }

    public static RaiseIncident question(Promise promise, Instant at) {
        return report(IncidentType.KNOWLEDGE_QUESTION, null, false, promise, at);
    }

    public static RaiseIncident calamity(Promise promise, Instant at) {
        return report(null, null, true, promise, at);
    }

    public static RaiseIncident report(
            @Nullable IncidentType type, @Nullable Priority claimed, boolean calamity, Promise promise, Instant at) {
        return report(type, claimed, calamity, promise, Channel.PORTAL, Topic.GENERAL, SubmissionRight.MAY_SUBMIT, at);
    }

    public static RaiseIncident report(
            @Nullable IncidentType type,
            @Nullable Priority claimed,
            boolean calamity,
            Promise promise,
            Channel channel,
            Topic topic,
            SubmissionRight right,
            Instant at) {
        return new RaiseIncident(
                "urn:example:tickets",
                "2026-00001",
                SUBMITTER,
                channel,
                "Payslips do not open",
                "Nobody can open a payslip since this morning.",
                null,
                topic,
                type,
                claimed,
                false,
                false,
                calamity,
                true,
                null,
                null,
                null,
                right,
                promise,
                at);
    }

    /** What all these commands, one after the other, leave behind. */
    public static List<IncidentEvent> history(IncidentCommand... commands) {
        var events = new ArrayList<IncidentEvent>();
        for (var command : commands) {
            var decision = DECIDER.decide(command, DECIDER.replay(events));
            if (decision.rejected()) {
                throw new AssertionError("refused: " + command + ": " + decision.rejection());
            }
            events.addAll(decision.events());
        }
        return events;
    }

    public static Incident.Raised state(List<IncidentEvent> history) {
        return (Incident.Raised) DECIDER.replay(history);
    }

    public static <E extends IncidentEvent> E only(Class<E> type, List<? extends IncidentEvent> events) {
        var found = events.stream().filter(type::isInstance).map(type::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError("not one " + type.getSimpleName() + " in " + events);
        }
        return found.getFirst();
    }

    public static boolean has(Class<? extends IncidentEvent> type, List<? extends IncidentEvent> events) {
        return events.stream().anyMatch(type::isInstance);
    }
}
