package nl.waarborg.availability.release.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.waarborg.availability.platform.Vendors;
import nl.waarborg.availability.release.domain.ConversionFactors;
import nl.waarborg.availability.release.domain.Migration;
import nl.waarborg.availability.release.domain.MigrationCommand;
import nl.waarborg.availability.release.domain.MigrationCommand.CompleteMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.FixMigrationDate;
import nl.waarborg.availability.release.domain.MigrationCommand.MoveMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.ScheduleMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.StartMigration;
import nl.waarborg.availability.release.domain.MigrationCommand.WaiveAcceptanceLeadTime;
import nl.waarborg.availability.release.domain.MigrationEvent;
import nl.waarborg.availability.release.domain.Mover;
import nl.waarborg.availability.release.domain.Release;
import nl.waarborg.availability.release.domain.ReleaseCommand;
import nl.waarborg.availability.release.domain.ReleaseEvent;
import nl.waarborg.availability.release.domain.ReleaseTerms;
import nl.waarborg.availability.release.projection.ReleasesView;
import nl.waarborg.availability.release.projection.ReleasesView.MigrationRow;
import nl.waarborg.availability.release.projection.ReleasesView.NoticeRow;
import nl.waarborg.availability.release.storage.ReleaseEventTypes;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import nl.waarborg.tenants.projection.AgreedWithTenants;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/migrations")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "migrations", description = "Each customer's way to a new version (AVL-036, AVL-038 to AVL-043)")
class MigrationResource {

    private final CommandHandler<MigrationCommand, Migration, MigrationEvent> migrations;
    private final CommandHandler<ReleaseCommand, Release, ReleaseEvent> releases;
    private final ReleasesView view;
    private final AgreedWithTenants agreed;
    private final PublishedCalendars calendars;
    private final Caller caller;

    MigrationResource(
            CommandHandler<MigrationCommand, Migration, MigrationEvent> migrations,
            CommandHandler<ReleaseCommand, Release, ReleaseEvent> releases,
            ReleasesView view,
            AgreedWithTenants agreed,
            PublishedCalendars calendars,
            Caller caller) {
        this.migrations = migrations;
        this.releases = releases;
        this.view = view;
        this.agreed = agreed;
        this.calendars = calendars;
        this.caller = caller;
    }

    /**
     * @param deviationReason why the customer cannot choose within the rollout; only of a version that the law demands (AVL-040)
     * @param acceptanceEnvironment the customer licensed an acceptance environment; one with First Class has it anyway
     */
    record ScheduleRequest(
            @NotNull UUID tenant,
            @NotNull UUID releaseId,
            @NotNull Instant plannedAt,
            @Nullable @Size(min = 1, max = 2000) String deviationReason,
            @Nullable Boolean acceptanceEnvironment) {}

    /**
     * @param consentOf the customer's person who agreed; only from the vendor's people
     * @param emergency why it cannot wait; only from the vendor's people
     */
    record MoveRequest(
            @NotNull Instant plannedAt,
            @Nullable @Size(max = 2000) String reason,
            @Nullable UUID consentOf,
            @Nullable @Size(min = 1, max = 2000) String emergency) {}

    /** @param at when it happened; absent: now */
    record StartRequest(@Nullable Instant at) {}

    record CompleteRequest(
            @Nullable Instant at,
            @Min(0) int unavailableSeconds,
            @Nullable @Size(max = 200) String conversion,
            @Nullable @Min(0) Long databaseMegabytes,
            @Nullable @Min(0) Long recordsAdjusted) {}

    @POST
    @Operation(
            summary = "Places a customer in the time schedule of a release",
            description =
                    "Refused outside the rollout (AVL-036), too late for a final date (AVL-038) and, for a customer"
                            + " with an acceptance environment, sooner than three weeks on it (AVL-043).")
    public Response schedule(@NotNull @Valid ScheduleRequest request) {
        var tenant = caller.seen(request.tenant());
        var release = release(request.releaseId(), "/releaseId");
        var stream = ReleaseEventTypes.migration(tenant, request.releaseId());
        var context = caller.context(tenant);
        var result = migrations.handle(
                stream,
                context,
                new ScheduleMigration(
                        stream.id(),
                        Vendors.whole(request.plannedAt()),
                        request.deviationReason(),
                        Boolean.TRUE.equals(request.acceptanceEnvironment())
                                || agreed.of(tenant).firstClassAt(context.occurredAt()),
                        release,
                        terms(tenant, context),
                        context.occurredAt()));
        return Answers.created(
                result, URI.create("/api/v1/migrations/" + stream.id()), Map.of("migrationId", stream.id()));
    }

    @PUT
    @Path("/{migration}/date")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.FUNCTIONAL_ADMINISTRATOR, Roles.OPERATOR})
    @Operation(
            summary = "Moves a migration",
            description =
                    "The customer chooses within the rollout (AVL-036). Once the date is final the vendor needs the"
                            + " customer's consent, or an emergency (OP-32). A refused move is recorded.")
    public Response move(@PathParam("migration") UUID migration, @NotNull @Valid MoveRequest request) {
        var row = existing(migration);
        var context = caller.context(row.tenant());
        return Answers.done(migrations.handle(
                ReleaseEventTypes.migration(migration),
                context,
                new MoveMigration(
                        migration,
                        Vendors.whole(request.plannedAt()),
                        mover(request),
                        request.reason(),
                        release(row.releaseId(), "/releaseId"),
                        terms(row.tenant(), context),
                        context.occurredAt())));
    }

    private Mover mover(MoveRequest request) {
        if (caller.customer()) {
            if (request.consentOf() != null || request.emergency() != null) {
                throw ProblemException.invalidField(
                        request.emergency() == null ? "/consentOf" : "/emergency", "is for the vendor to say");
            }
            return new Mover.Customer(caller.person().orElse(null));
        }
        return request.emergency() == null
                ? new Mover.Vendor(request.consentOf())
                : new Mover.Emergency(request.emergency());
    }

    @POST
    @Path("/{migration}/acceptance-waiver")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.FUNCTIONAL_ADMINISTRATOR})
    @Operation(summary = "The customer does without the three weeks on acceptance (OP-33)")
    public Response waive(@PathParam("migration") UUID migration) {
        var context = caller.context(existing(migration).tenant());
        return run(
                context, new WaiveAcceptanceLeadTime(migration, caller.person().orElse(null), context.occurredAt()));
    }

    @POST
    @Path("/{migration}/final-date")
    @Operation(summary = "Makes the date final; the clock does it in time (AVL-038)")
    public Response fix(@PathParam("migration") UUID migration) {
        var context = caller.context(existing(migration).tenant());
        return run(context, new FixMigrationDate(migration, context.occurredAt()));
    }

    @POST
    @Path("/{migration}/start")
    @Operation(summary = "Starts the migration; not without release notes (AVL-035), not before its date (AVL-038)")
    public Response start(@PathParam("migration") UUID migration, @NotNull @Valid StartRequest request) {
        var row = existing(migration);
        var context = context(row.tenant(), request.at());
        return run(
                context,
                new StartMigration(
                        migration,
                        release(row.releaseId(), "/releaseId"),
                        terms(row.tenant(), context),
                        Vendors.whole(context.occurredAt())));
    }

    @POST
    @Path("/{migration}/completion")
    @Operation(summary = "Completes the migration with its measured unavailability and what it depended on (AVL-041)")
    public Response complete(@PathParam("migration") UUID migration, @NotNull @Valid CompleteRequest request) {
        var row = existing(migration);
        var context = context(row.tenant(), request.at());
        return run(
                context,
                new CompleteMigration(
                        migration,
                        request.unavailableSeconds(),
                        new ConversionFactors(
                                request.conversion(), request.databaseMegabytes(), request.recordsAdjusted()),
                        terms(row.tenant(), context),
                        Vendors.whole(context.occurredAt())));
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
    @Operation(summary = "The time schedule, the next first; a customer sees its own")
    public Page<MigrationRow> list(
            @QueryParam("tenant") @Nullable UUID tenant,
            @QueryParam("release") @Nullable UUID release,
            @Valid @BeanParam PageQuery page) {
        return Page.of(
                view.migrations(tenant, release, page.after(2), page.fetch()),
                page,
                last -> List.of(last.plannedAt().toString(), last.migrationId().toString()));
    }

    @GET
    @Path("/{migration}")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR
    })
    @Operation(summary = "One migration")
    public Response find(@PathParam("migration") UUID migration) {
        var row = existing(migration);
        return Answers.read(row, row.version());
    }

    @GET
    @Path("/notices")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR
    })
    @Operation(summary = "What customers were told of their migrations, the latest 500 (AVL-038, AVL-039)")
    public List<NoticeRow> notices(@QueryParam("tenant") @Nullable UUID tenant) {
        return view.notices(tenant);
    }

    private Response run(CommandContext context, MigrationCommand command) {
        return Answers.done(migrations.handle(ReleaseEventTypes.migration(command.migrationId()), context, command));
    }

    private MigrationRow existing(UUID migration) {
        return view.migration(migration).orElseThrow(ProblemException::notFound);
    }

    private Release.Planned release(UUID release, String pointer) {
        if (releases.state(ReleaseEventTypes.release(caller.provider(), release)) instanceof Release.Planned planned) {
            return planned;
        }
        throw ProblemException.invalidField(pointer, "names no planned release");
    }

    private ReleaseTerms terms(UUID tenant, CommandContext context) {
        var terms = agreed.of(tenant)
                .termsAt(context.occurredAt())
                .orElseThrow(() -> ProblemException.invalidField("/tenant", "has no agreement at that time"));
        return new ReleaseTerms(terms, calendars.supportHours(terms, context.occurredAt()));
    }

    private CommandContext context(UUID tenant, @Nullable Instant at) {
        return at == null ? caller.context(tenant) : caller.context(tenant, at);
    }
}
