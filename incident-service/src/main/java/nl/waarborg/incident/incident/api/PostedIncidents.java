package nl.waarborg.incident.incident.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.incident.incident.Incidents;
import nl.waarborg.incident.incident.domain.Category;
import nl.waarborg.incident.incident.domain.Channel;
import nl.waarborg.incident.incident.domain.IncidentCommand;
import nl.waarborg.incident.incident.domain.IncidentCommand.AddCustomerReaction;
import nl.waarborg.incident.incident.domain.IncidentCommand.AddVendorReaction;
import nl.waarborg.incident.incident.domain.IncidentCommand.AgreeCalamityFollowUp;
import nl.waarborg.incident.incident.domain.IncidentCommand.AssignIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ClassifyIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.DowngradeCalamity;
import nl.waarborg.incident.incident.domain.IncidentCommand.EscalateIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.EscalatePriority;
import nl.waarborg.incident.incident.domain.IncidentCommand.GiveFeedback;
import nl.waarborg.incident.incident.domain.IncidentCommand.GiveFirstResponse;
import nl.waarborg.incident.incident.domain.IncidentCommand.HandleIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.LapseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.PrioritiseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ProvideWorkaround;
import nl.waarborg.incident.incident.domain.IncidentCommand.RaiseIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.RecordCalamityContact;
import nl.waarborg.incident.incident.domain.IncidentCommand.RejectPriorityEscalation;
import nl.waarborg.incident.incident.domain.IncidentCommand.ReopenIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.ReportCalamity;
import nl.waarborg.incident.incident.domain.IncidentCommand.RequestPriorityEscalation;
import nl.waarborg.incident.incident.domain.IncidentCommand.ResumeIncident;
import nl.waarborg.incident.incident.domain.IncidentCommand.WaitForParty;
import nl.waarborg.incident.incident.domain.IncidentType;
import nl.waarborg.incident.incident.domain.Promise;
import nl.waarborg.incident.incident.domain.Team;
import nl.waarborg.incident.incident.domain.Topic;
import nl.waarborg.incident.incident.storage.IncidentEventTypes;
import nl.waarborg.terms.Priority;
import nl.waarborg.terms.clock.Waiting.Party;
import org.jspecify.annotations.Nullable;

/** What ticket systems post about incidents; the contracts say what each field means. */
@ApplicationScoped
public class PostedIncidents {

    private final Incidents incidents;

    public PostedIncidents(Incidents incidents) {
        this.incidents = incidents;
    }

    /** Every posted type names its incident. */
    private interface OfIncident {
        String number();
    }

    public enum Author {
        VENDOR,
        CUSTOMER
    }

    public record RaiseV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID submitter,
            Channel channel,
            @NotBlank @Size(max = 500) String title,
            @NotBlank @Size(max = 20_000) String description,
            @Nullable UUID environment,
            @Nullable Topic topic,
            @Nullable IncidentType claimedType,
            @Nullable Priority claimedPriority,
            @Nullable Boolean urgent,
            @Nullable Boolean productionDisrupting,
            @Nullable Boolean calamity,
            @Nullable Boolean helpCenterConsulted,
            @Nullable @Size(max = 500) String reachableContact,
            @Nullable Boolean chargeable)
            implements OfIncident {}

    public record ClassifyV1(@NotBlank @Size(max = 100) String number, IncidentType type, @Nullable Category category)
            implements OfIncident {}

    public record PrioritiseV1(
            @NotBlank @Size(max = 100) String number,
            Priority priority,
            @Nullable Boolean productionDisrupting,
            @Nullable @Size(max = 20_000) String reason)
            implements OfIncident {}

    public record RequestPriorityEscalationV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID person,
            @Nullable Priority priority,
            @Nullable @Size(max = 20_000) String motivation,
            @Nullable Boolean productionDisrupting)
            implements OfIncident {}

    public record DecidePriorityEscalationV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID agent,
            boolean accepted,
            @Nullable Priority priority,
            @Nullable Boolean productionDisrupting,
            @NotBlank @Size(max = 20_000) String reason)
            implements OfIncident {}

    public record RespondV1(@NotBlank @Size(max = 100) String number, @Nullable UUID agent) implements OfIncident {}

    public record AddNoteV1(
            @NotBlank @Size(max = 100) String number, @Nullable UUID agent, @NotBlank @Size(max = 20_000) String text)
            implements OfIncident {}

    public record AddReactionV1(
            @NotBlank @Size(max = 100) String number,
            Author from,
            @Nullable UUID person,
            @NotBlank @Size(max = 20_000) String text,
            @Nullable Boolean automatic)
            implements OfIncident {}

    public record AssignV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID agent,
            @Nullable Team team,
            @Nullable @Size(max = 200) String group)
            implements OfIncident {}

    public record WaitV1(
            @NotBlank @Size(max = 100) String number, Party waitingFor, @Nullable @Size(max = 20_000) String reason)
            implements OfIncident {}

    public record ResumeV1(@NotBlank @Size(max = 100) String number, @Nullable @Size(max = 20_000) String reason)
            implements OfIncident {}

    public record ProvideWorkaroundV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID agent,
            @NotBlank @Size(max = 20_000) String description)
            implements OfIncident {}

    public record HandleV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID agent,
            @NotBlank @Size(max = 20_000) String solution)
            implements OfIncident {}

    public record LapseV1(@NotBlank @Size(max = 100) String number, @NotBlank @Size(max = 20_000) String reason)
            implements OfIncident {}

    public record ReopenV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID person,
            @NotBlank @Size(max = 20_000) String reason)
            implements OfIncident {}

    public record ReportCalamityV1(@NotBlank @Size(max = 100) String number) implements OfIncident {}

    public record RecordCalamityContactV1(
            @NotBlank @Size(max = 100) String number, @Nullable UUID agent, @Nullable UUID person)
            implements OfIncident {}

    public record AgreeCalamityFollowUpV1(
            @NotBlank @Size(max = 100) String number, @NotBlank @Size(max = 20_000) String followUp)
            implements OfIncident {}

    public record DowngradeCalamityV1(
            @NotBlank @Size(max = 100) String number, @Nullable UUID agent, @NotBlank @Size(max = 20_000) String reason)
            implements OfIncident {}

    public record GiveFeedbackV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID person,
            @Min(1) @Max(5) int score,
            @Nullable @Size(max = 20_000) String remark)
            implements OfIncident {}

    public record EscalateV1(
            @NotBlank @Size(max = 100) String number,
            @Nullable UUID person,
            @NotBlank @Size(max = 20_000) String reason)
            implements OfIncident {}

    /** Makes the command of one event: business time and poster from the context, facts from the promise. */
    @FunctionalInterface
    private interface Reading<D> {
        IncidentCommand command(D data, CommandContext context, Promise promise);
    }

    public List<PostedType<?>> types() {
        return List.of(
                type("raise", RaiseV1.class, this::raise),
                type(
                        "classify",
                        ClassifyV1.class,
                        (d, c, p) -> new ClassifyIncident(d.type(), d.category(), p, c.occurredAt())),
                type(
                        "prioritise",
                        PrioritiseV1.class,
                        (d, c, p) -> new PrioritiseIncident(
                                d.priority(), is(d.productionDisrupting()), d.reason(), p, c.occurredAt())),
                type(
                        "request-priority-escalation",
                        RequestPriorityEscalationV1.class,
                        (d, c, p) -> new RequestPriorityEscalation(
                                by(d.person(), c),
                                d.priority(),
                                d.motivation(),
                                is(d.productionDisrupting()),
                                c.occurredAt())),
                type(
                        "decide-priority-escalation",
                        DecidePriorityEscalationV1.class,
                        (d, c, p) -> d.accepted()
                                ? new EscalatePriority(
                                        by(d.agent(), c),
                                        d.priority(),
                                        is(d.productionDisrupting()),
                                        d.reason(),
                                        p,
                                        c.occurredAt())
                                : new RejectPriorityEscalation(by(d.agent(), c), d.reason(), p, c.occurredAt())),
                type("respond", RespondV1.class, (d, c, p) -> new GiveFirstResponse(by(d.agent(), c), c.occurredAt())),
                type(
                        "add-note",
                        AddNoteV1.class,
                        (d, c, p) -> new AddVendorReaction(
                                mark(c), by(d.agent(), c), d.text(), List.of(), false, false, c.occurredAt())),
                type("add-reaction", AddReactionV1.class, (d, c, p) -> switch (d.from()) {
                    case VENDOR ->
                        new AddVendorReaction(
                                mark(c),
                                by(d.person(), c),
                                d.text(),
                                List.of(),
                                is(d.automatic()),
                                true,
                                c.occurredAt());
                    case CUSTOMER ->
                        new AddCustomerReaction(mark(c), by(d.person(), c), d.text(), List.of(), p, c.occurredAt());
                }),
                type(
                        "assign",
                        AssignV1.class,
                        (d, c, p) -> new AssignIncident(d.agent(), d.team(), d.group(), p, c.occurredAt())),
                type(
                        "wait",
                        WaitV1.class,
                        (d, c, p) -> new WaitForParty(d.waitingFor(), d.reason(), p, c.occurredAt())),
                type("resume", ResumeV1.class, (d, c, p) -> new ResumeIncident(d.reason(), p, c.occurredAt())),
                type(
                        "provide-workaround",
                        ProvideWorkaroundV1.class,
                        (d, c, p) -> new ProvideWorkaround(by(d.agent(), c), d.description(), p, c.occurredAt())),
                type(
                        "handle",
                        HandleV1.class,
                        (d, c, p) -> new HandleIncident(by(d.agent(), c), d.solution(), p, c.occurredAt())),
                type("lapse", LapseV1.class, (d, c, p) -> new LapseIncident(d.reason(), c.occurredAt())),
                type(
                        "reopen",
                        ReopenV1.class,
                        (d, c, p) -> new ReopenIncident(by(d.person(), c), d.reason(), c.occurredAt())),
                type("report-calamity", ReportCalamityV1.class, (d, c, p) -> new ReportCalamity(p, c.occurredAt())),
                type(
                        "record-calamity-contact",
                        RecordCalamityContactV1.class,
                        (d, c, p) -> new RecordCalamityContact(by(d.agent(), c), d.person(), c.occurredAt())),
                type(
                        "agree-calamity-follow-up",
                        AgreeCalamityFollowUpV1.class,
                        (d, c, p) -> new AgreeCalamityFollowUp(d.followUp(), c.occurredAt())),
                type(
                        "downgrade-calamity",
                        DowngradeCalamityV1.class,
                        (d, c, p) -> new DowngradeCalamity(by(d.agent(), c), d.reason(), c.occurredAt())),
                type(
                        "give-feedback",
                        GiveFeedbackV1.class,
                        (d, c, p) -> new GiveFeedback(by(d.person(), c), d.score(), d.remark(), c.occurredAt())),
                type(
                        "escalate",
                        EscalateV1.class,
                        (d, c, p) -> new EscalateIncident(by(d.person(), c), d.reason(), c.occurredAt())));
    }

    private IncidentCommand raise(RaiseV1 d, CommandContext c, Promise promise) {
        return new RaiseIncident(
                c.origin() == null ? IncidentEventTypes.OWN_SOURCE : c.origin().source(),
                d.number(),
                d.submitter(),
                d.channel(),
                d.title(),
                d.description(),
                d.environment(),
                d.topic() == null ? Topic.GENERAL : d.topic(),
                d.claimedType(),
                d.claimedPriority(),
                is(d.urgent()),
                is(d.productionDisrupting()),
                is(d.calamity()),
                is(d.helpCenterConsulted()),
                d.reachableContact(),
                d.chargeable(),
                null,
                incidents.right(c.tenant(), d.submitter(), d.channel(), null, c.occurredAt()),
                promise,
                c.occurredAt());
    }

    private <D extends Record & OfIncident> PostedType<D> type(String name, Class<D> data, Reading<D> reading) {
        return PostedType.ofSource(
                "nl.waarborg.incident." + name + ".v1",
                data,
                (tenant, source, posted) -> IncidentEventTypes.stream(tenant, source, posted.number()),
                (stream, context, posted) ->
                        incidents.handle(stream, context, promise -> reading.command(posted, context, promise)));
    }

    private static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static @Nullable UUID by(@Nullable UUID named, CommandContext context) {
        return named == null ? context.actor().id() : named;
    }

    /** The same event posted again makes the same reaction. */
    private static UUID mark(CommandContext context) {
        var origin = context.origin();
        return origin == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((origin.source() + '\n' + origin.id()).getBytes(StandardCharsets.UTF_8));
    }
}
