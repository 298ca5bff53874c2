package nl.waarborg.availability.release.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.availability.release.ReleaseSettings;
import nl.waarborg.availability.release.domain.Release;
import nl.waarborg.availability.release.domain.ReleaseCommand;
import nl.waarborg.availability.release.domain.ReleaseCommand.CompleteRollout;
import nl.waarborg.availability.release.domain.ReleaseCommand.MakeReleaseAvailableOnAcceptance;
import nl.waarborg.availability.release.domain.ReleaseCommand.PlanRelease;
import nl.waarborg.availability.release.domain.ReleaseCommand.PublishReleaseNotes;
import nl.waarborg.availability.release.domain.ReleaseCommand.ReplanRelease;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.domain.ReleaseKind;
import nl.waarborg.availability.release.domain.ReleaseTerms;
import nl.waarborg.availability.release.domain.Rollout;
import nl.waarborg.availability.release.projection.ReleasesView;
import nl.waarborg.availability.release.projection.ReleasesView.ReleaseRow;
import nl.waarborg.availability.release.storage.ReleaseEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/releases")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "releases", description = "New versions and their rollout (AVL-034, AVL-035, AVL-037, AVL-040)")
class ReleaseResource {

    private final CommandHandler<ReleaseCommand, Release, ReleaseEvent> releases;
    private final ReleasesView view;
    private final Vendors vendors;
    private final PublishedCalendars calendars;
    private final ReleaseSettings settings;
    private final Caller caller;

    ReleaseResource(
            CommandHandler<ReleaseCommand, Release, ReleaseEvent> releases,
            ReleasesView view,
            Vendors vendors,
            PublishedCalendars calendars,
            ReleaseSettings settings,
            Caller caller) {
        this.releases = releases;
        this.view = view;
        this.vendors = vendors;
        this.calendars = calendars;
        this.settings = settings;
        this.caller = caller;
    }

    /**
     * @param rolloutFrom the first day, local in Amsterdam
     * @param rolloutThrough the last day
     * @param mustBeInstalledBy by law; only of a statutory version
     */
    record PlanRequest(
            @Nullable UUID releaseId,
            @NotBlank @Size(max = 200) String name,
            @NotNull ReleaseKind kind,
            @NotNull LocalDate rolloutFrom,
            @NotNull LocalDate rolloutThrough,
            @Nullable LocalDate mustBeInstalledBy,
            @Nullable @Size(max = 2000) String deviationReason) {}

    record RolloutRequest(
            @NotNull LocalDate rolloutFrom,
            @NotNull LocalDate rolloutThrough,
            @NotBlank @Size(max = 2000) String reason) {}

    record NotesRequest(@NotBlank @Size(max = 2000) String url) {}

    @POST
    @Operation(
            summary = "Plans a release",
            description = "A rollout outside 6 to 12 weeks, or outside the delivery calendar, is planned with a warning"
                    + " (AVL-034, AVL-037)")
    public Response plan(@NotNull @Valid PlanRequest request) {
        var release = request.releaseId() == null ? UuidCreator.getTimeOrderedEpoch() : request.releaseId();
        var context = caller.context(StreamId.PLATFORM);
        var result = releases.handle(
                ReleaseEventTypes.release(caller.provider(), release),
                context,
                new PlanRelease(
                        release,
                        caller.provider(),
                        request.name(),
                        request.kind(),
                        rollout(request.rolloutFrom(), request.rolloutThrough()),
                        request.mustBeInstalledBy(),
                        request.deviationReason(),
                        delivery(request.kind()),
                        terms(),
                        context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/releases/" + release), Map.of("releaseId", release));
    }

    @PUT
    @Path("/{release}/rollout")
    @Operation(summary = "Moves the rollout of a release")
    public Response replan(@PathParam("release") UUID release, @NotNull @Valid RolloutRequest request) {
        var row = existing(release);
        var at = caller.context(StreamId.PLATFORM).occurredAt();
        return Answers.done(run(new ReplanRelease(
                release,
                rollout(request.rolloutFrom(), request.rolloutThrough()),
                request.reason(),
                delivery(row.kind()),
                terms(),
                at)));
    }

    @PUT
    @Path("/{release}/release-notes")
    @Operation(summary = "Publishes the release notes; no migration starts without them (AVL-035)")
    public Response notes(@PathParam("release") UUID release, @NotNull @Valid NotesRequest request) {
        existing(release);
        return Answers.done(run(new PublishReleaseNotes(
                release, request.url(), caller.context(StreamId.PLATFORM).occurredAt())));
    }

    @POST
    @Path("/{release}/acceptance")
    @Operation(summary = "Makes the version available on acceptance environments (AVL-043)")
    public Response acceptance(@PathParam("release") UUID release) {
        existing(release);
        return Answers.done(run(new MakeReleaseAvailableOnAcceptance(
                release, caller.context(StreamId.PLATFORM).occurredAt())));
    }

    @POST
    @Path("/{release}/completion")
    @Operation(summary = "Says that all customers have gone over (AVL-037)")
    public Response complete(@PathParam("release") UUID release) {
        existing(release);
        return Answers.done(run(new CompleteRollout(
                release, terms(), caller.context(StreamId.PLATFORM).occurredAt())));
    }

    @GET
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR
    })
    @Operation(summary = "The latest 500 releases")
    public List<ReleaseRow> list() {
        return view.releases();
    }

    @GET
    @Path("/{release}")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR
    })
    @Operation(summary = "One release")
    public Response find(@PathParam("release") UUID release) {
        var row = existing(release);
        return Answers.read(row, row.version());
    }

    @GET
    @Path("/delivery-calendar")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR
    })
    @Operation(summary = "In which month versions of each kind come (AVL-034); empty where nothing was agreed")
    public Map<ReleaseKind, Month> deliveryCalendar() {
        return settings.delivery().getOrDefault(vendors.terms(caller.provider()).preset(), Map.of());
    }

    private CommandResult<ReleaseEvent> run(ReleaseCommand command) {
        return releases.handle(
                ReleaseEventTypes.release(caller.provider(), command.releaseId()),
                caller.context(StreamId.PLATFORM),
                command);
    }

    private ReleaseRow existing(UUID release) {
        return view.release(release).orElseThrow(ProblemException::notFound);
    }

    private ReleaseTerms terms() {
        var terms = vendors.terms(caller.provider());
        return new ReleaseTerms(
                terms,
                calendars.supportHours(terms, caller.context(StreamId.PLATFORM).occurredAt()));
    }

    private @Nullable Month delivery(ReleaseKind kind) {
        return deliveryCalendar().get(kind);
    }

    private static Rollout rollout(LocalDate from, LocalDate through) {
        if (through.isBefore(from)) {
            throw ProblemException.invalidField("/rolloutThrough", "must not be before rolloutFrom");
        }
        return new Rollout(from, through);
    }
}
