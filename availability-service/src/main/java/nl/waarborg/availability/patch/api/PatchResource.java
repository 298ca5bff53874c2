package nl.waarborg.availability.patch.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.maintenance.domain.MaintenanceKind;
import nl.waarborg.availability.patch.api.Patches.Installation;
import nl.waarborg.availability.patch.projection.PatchesView;
import nl.waarborg.availability.patch.projection.PatchesView.InstallationRow;
import nl.waarborg.availability.patch.projection.PatchesView.Listed;
import nl.waarborg.availability.patch.projection.PatchesView.PatchRow;
import nl.waarborg.availability.platform.AgreedTerms;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patches")
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "patches", description = "Tested before, installed at night (AVL-016 to AVL-018)")
class PatchResource {

    private final Patches patches;
    private final PatchesView view;
    private final AgreedTerms agreed;
    private final Caller caller;

    PatchResource(Patches patches, PatchesView view, AgreedTerms agreed, Caller caller) {
        this.patches = patches;
        this.view = view;
        this.agreed = agreed;
        this.caller = caller;
    }

    record TestRequest(@NotNull UUID testRunId, boolean passed) {}

    record NotesRequest(@NotBlank @Size(max = 2000) String url) {}

    /** @param unavailableFrom when it could no longer be reached; absent: as soon as it started */
    record InstallRequest(
            @NotNull UUID environmentId,
            @Nullable UUID tenant,
            @NotEmpty Set<Component> components,
            @NotNull Instant startedAt,
            @NotNull Instant installedAt,
            @Nullable Instant unavailableFrom,
            @Min(0) int unavailableSeconds) {}

    @POST
    @Path("/{patch}/tests")
    @Operation(summary = "Records a run of the automatic tests (AVL-018)")
    public Response test(@PathParam("patch") UUID patch, @NotNull @Valid TestRequest request) {
        return Answers.done(patches.test(
                caller.context(StreamId.PLATFORM), caller.provider(), patch, request.testRunId(), request.passed()));
    }

    @PUT
    @Path("/{patch}/release-notes")
    @Operation(summary = "Publishes the release notes (AVL-018)")
    public Response notes(@PathParam("patch") UUID patch, @NotNull @Valid NotesRequest request) {
        return Answers.done(patches.notes(caller.context(StreamId.PLATFORM), caller.provider(), patch, request.url()));
    }

    @POST
    @Path("/{patch}/installations")
    @Operation(
            summary = "Records an installation in one environment",
            description =
                    "Refused with AVL-018 when the last test before it did not pass. Of the time in which the environment was"
                            + " unavailable, availability leaves out what lies within the window where the agreement says so; the rest is"
                            + " downtime (AVL-016, OP-31).")
    public Response install(@PathParam("patch") UUID patch, @NotNull @Valid InstallRequest request) {
        return Answers.done(patches.install(
                caller.context(StreamId.PLATFORM),
                new Installation(
                        caller.provider(),
                        patch,
                        request.environmentId(),
                        request.tenant(),
                        request.components(),
                        request.startedAt(),
                        request.installedAt(),
                        request.unavailableFrom(),
                        request.unavailableSeconds())));
    }

    @GET
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ICT_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR
    })
    @Operation(summary = "Patches with their test and release notes, the latest first")
    public Page<PatchRow> list(@Valid @BeanParam PageQuery page) {
        return Page.of(
                        view.patches(page.after(2), page.fetch()),
                        page,
                        last -> List.of(last.lastAt().toString(), last.stream().toString()))
                .map(Listed::patch);
    }

    @GET
    @Path("/{patch}/installations")
    @RolesAllowed({
        Roles.OPERATOR,
        Roles.SERVICE_MANAGER,
        Roles.ICT_MANAGER,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR,
        Roles.FUNCTIONAL_ADMINISTRATOR
    })
    @Operation(summary = "Where a patch was installed, and how long each environment was unavailable (AVL-017)")
    public List<InstallationRow> installations(@PathParam("patch") UUID patch) {
        var customer = caller.customerTenant().orElse(null);
        return view.installations(patch, customer).stream()
                .map(row -> agreed.at(caller.provider(), customer, row.startedAt())
                                .filter(MaintenanceKind.PATCH.reason()::agreedIn)
                                .isPresent()
                        ? row
                        : row.counted())
                .toList();
    }
}
