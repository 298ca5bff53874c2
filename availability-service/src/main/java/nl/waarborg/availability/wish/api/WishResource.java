package nl.waarborg.availability.wish.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.FIRST_CLASS_AGENT;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_SUBMITTER;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_VIEWER;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.availability.release.domain.Release;
import nl.waarborg.availability.release.domain.ReleaseCommand;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.storage.ReleaseEventTypes;
import nl.waarborg.availability.wish.WishSettings;
import nl.waarborg.availability.wish.domain.Wish;
import nl.waarborg.availability.wish.domain.WishCommand;
import nl.waarborg.availability.wish.domain.WishCommand.AssessWish;
import nl.waarborg.availability.wish.domain.WishCommand.PlanWish;
import nl.waarborg.availability.wish.domain.WishCommand.SubmitWish;
import nl.waarborg.availability.wish.domain.WishEvent;
import nl.waarborg.availability.wish.domain.WishVote;
import nl.waarborg.availability.wish.domain.WishVoteCommand;
import nl.waarborg.availability.wish.domain.WishVoteCommand.VoteForWish;
import nl.waarborg.availability.wish.domain.WishVoteCommand.WithdrawWishVote;
import nl.waarborg.availability.wish.domain.WishVoteEvent;
import nl.waarborg.availability.wish.projection.WishesView;
import nl.waarborg.availability.wish.projection.WishesView.Asker;
import nl.waarborg.availability.wish.projection.WishesView.Facts;
import nl.waarborg.availability.wish.projection.WishesView.WishRow;
import nl.waarborg.availability.wish.storage.WishEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/wishes")
@Tag(name = "wishes", description = "What customers wish for, shared between all customers of one vendor (XSV-052)")
class WishResource {

    private final CommandHandler<WishCommand, Wish, WishEvent> wishes;
    private final CommandHandler<WishVoteCommand, WishVote, WishVoteEvent> votes;
    private final CommandHandler<ReleaseCommand, Release, ReleaseEvent> releases;
    private final WishesView view;
    private final WishSettings settings;
    private final Caller caller;

    WishResource(
            CommandHandler<WishCommand, Wish, WishEvent> wishes,
            CommandHandler<WishVoteCommand, WishVote, WishVoteEvent> votes,
            CommandHandler<ReleaseCommand, Release, ReleaseEvent> releases,
            WishesView view,
            WishSettings settings,
            Caller caller) {
        this.wishes = wishes;
        this.votes = votes;
        this.releases = releases;
        this.view = view;
        this.settings = settings;
        this.caller = caller;
    }

    record WishForm(
            @Schema(examples = "Sort the leave balance by date") @NotBlank @Size(max = 200) String title,
            @Schema(examples = "So that the latest changes stand first") @NotBlank @Size(max = 5000) String text) {}

    record AssessmentForm(
            @Schema(description = "Its content fits the product") @NotNull Boolean suitable,
            @NotNull Boolean feasible,
            @Schema(description = "Shown with the wish", examples = "Fits the new overview of leave")
                    @NotBlank
                    @Size(max = 5000)
                    String explanation) {}

    record PlanForm(
            @Schema(description = "A release of the vendor whose rollout has not begun") @NotNull UUID releaseId) {}

    @POST
    @RolesAllowed({ADMINISTRATOR, FUNCTIONAL_ADMINISTRATOR, AGREEMENT_CONTACT, INCIDENT_SUBMITTER, INCIDENT_VIEWER})
    @Operation(
            summary = "Submits a wish",
            description = "All customers of the vendor read it, none of them whose it is. Rule XSV-052.")
    public Response submit(@NotNull @Valid WishForm request) {
        var person = caller.namedPerson();
        var context = caller.context(caller.tenant());
        var stream = StreamId.fresh(WishEventTypes.WISH_EVENTS.category());
        var result = wishes.handle(
                stream,
                context,
                new SubmitWish(
                        stream.id(), caller.provider(), request.title(), request.text(), person, context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/wishes/" + stream.id()), Map.of("wishId", stream.id()));
    }

    @PUT
    @Path("/{wish}/vote")
    @RolesAllowed({ADMINISTRATOR, FUNCTIONAL_ADMINISTRATOR, AGREEMENT_CONTACT, INCIDENT_SUBMITTER, INCIDENT_VIEWER})
    @Operation(
            summary = "Votes for another's wish",
            description = "One vote a person; voting again changes nothing. Rule XSV-052.")
    public Response vote(@PathParam("wish") UUID wish) {
        var facts = existing(wish);
        var person = caller.namedPerson();
        var context = caller.context(caller.tenant());
        return Answers.done(votes.handle(
                WishEventTypes.vote(context.tenant(), wish, person),
                context,
                new VoteForWish(wish, caller.provider(), person, facts.submittedBy(), context.occurredAt())));
    }

    @DELETE
    @Path("/{wish}/vote")
    @RolesAllowed({ADMINISTRATOR, FUNCTIONAL_ADMINISTRATOR, AGREEMENT_CONTACT, INCIDENT_SUBMITTER, INCIDENT_VIEWER})
    @Operation(summary = "Takes one's vote back", description = "Rule XSV-052.")
    public Response withdraw(@PathParam("wish") UUID wish) {
        existing(wish);
        var person = caller.namedPerson();
        var context = caller.context(caller.tenant());
        return Answers.done(votes.handle(
                WishEventTypes.vote(context.tenant(), wish, person),
                context,
                new WithdrawWishVote(wish, person, context.occurredAt())));
    }

    @PUT
    @Path("/{wish}/assessment")
    @RolesAllowed(OPERATOR)
    @Operation(
            summary = "Assesses a wish on content and feasibility",
            description = "As often as views change, until it is planned. Rule XSV-052.")
    public Response assess(@PathParam("wish") UUID wish, @NotNull @Valid AssessmentForm request) {
        var context = caller.context(existing(wish).ofTenant());
        return Answers.done(wishes.handle(
                WishEventTypes.wish(wish),
                context,
                new AssessWish(
                        wish, request.suitable(), request.feasible(), request.explanation(), context.occurredAt())));
    }

    @PUT
    @Path("/{wish}/plan")
    @RolesAllowed(OPERATOR)
    @Operation(
            summary = "Plans a wish for a following version",
            description = "A feasible one, with as many votes as the vendor asks for. Rule XSV-052.")
    public Response plan(@PathParam("wish") UUID wish, @NotNull @Valid PlanForm request) {
        var facts = existing(wish);
        if (!(releases.state(ReleaseEventTypes.release(caller.provider(), request.releaseId()))
                instanceof Release.Planned release)) {
            throw ProblemException.invalidField("/releaseId", "names no planned release");
        }
        var context = caller.context(facts.ofTenant());
        return Answers.done(wishes.handle(
                WishEventTypes.wish(wish),
                context,
                new PlanWish(
                        wish,
                        release,
                        facts.votes(),
                        settings.enoughVotes().get(caller.provider()),
                        context.occurredAt())));
    }

    @GET
    @RolesAllowed({
        OPERATOR,
        SERVICE_MANAGER,
        SUPPORT_AGENT,
        FIRST_CLASS_AGENT,
        ADMINISTRATOR,
        FUNCTIONAL_ADMINISTRATOR,
        AGREEMENT_CONTACT,
        INCIDENT_SUBMITTER,
        INCIDENT_VIEWER
    })
    @Operation(summary = "The wishes of all customers of the vendor, the latest first", description = "Rule XSV-052.")
    public Page<WishRow> list(@QueryParam("state") Wish.@Nullable State state, @Valid @BeanParam PageQuery page) {
        return Page.of(
                view.wishes(asker(), state, page.after(2), page.fetch()),
                page,
                last -> List.of(last.submittedAt().toString(), last.wishId().toString()));
    }

    @GET
    @Path("/{wish}")
    @RolesAllowed({
        OPERATOR,
        SERVICE_MANAGER,
        SUPPORT_AGENT,
        FIRST_CLASS_AGENT,
        ADMINISTRATOR,
        FUNCTIONAL_ADMINISTRATOR,
        AGREEMENT_CONTACT,
        INCIDENT_SUBMITTER,
        INCIDENT_VIEWER
    })
    @Operation(summary = "One wish, with the version that it is planned for", description = "Rule XSV-052.")
    public Response find(@PathParam("wish") UUID wish) {
        var row = view.wish(asker(), wish).orElseThrow(ProblemException::notFound);
        return Answers.read(row, row.version());
    }

    private Asker asker() {
        return new Asker(caller.customerTenant().orElse(null), caller.person().orElse(null));
    }

    private Facts existing(UUID wish) {
        return view.facts(wish).orElseThrow(ProblemException::notFound);
    }
}
