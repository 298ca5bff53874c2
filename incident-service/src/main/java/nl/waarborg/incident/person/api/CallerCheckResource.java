package nl.waarborg.incident.person.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.person.domain.Person;
import nl.waarborg.incident.person.domain.PersonCommand;
import nl.waarborg.incident.person.domain.PersonCommand.CheckCaller;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.projection.PersonsView;
import nl.waarborg.incident.person.projection.PersonsView.CallerCheckRow;
import nl.waarborg.incident.person.storage.PersonEventTypes;
import nl.waarborg.tenants.api.RequestedTenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/caller-checks")
@Tag(name = "caller checks", description = "Is this caller authorised? Without it no support is given (INC-014)")
class CallerCheckResource {

    private final CommandHandler<PersonCommand, Person, PersonEvent> persons;
    private final PersonsView view;
    private final Caller caller;

    CallerCheckResource(CommandHandler<PersonCommand, Person, PersonEvent> persons, PersonsView view, Caller caller) {
        this.persons = persons;
        this.view = view;
        this.caller = caller;
    }

    record CallerCheckRequest(
            @NotNull UUID tenant, @NotNull UUID personId, @NotBlank @Size(max = 40) String phoneNumber) {}

    record CallerCheckAnswer(UUID personId, boolean authorised, Instant checkedAt) {}

    private record CheckedBefore(Instant checkedAt, UUID id) {}

    @POST
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(
            summary = "Checks a caller and keeps the check",
            description =
                    "200 if the caller may submit incidents; 409 with INC-014 if not, the check is kept all the same.")
    @APIResponse(
            responseCode = "200",
            description = "The caller may submit incidents",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CallerCheckAnswer.class)))
    public Response check(@NotNull @Valid CallerCheckRequest request) {
        var tenant = RequestedTenant.of(caller, request.tenant());
        var context = caller.context(tenant);
        var result = persons.handle(
                PersonEventTypes.stream(tenant, request.personId()),
                context,
                new CheckCaller(request.personId(), request.phoneNumber(), context.occurredAt()));
        return Answers.done(result, new CallerCheckAnswer(request.personId(), true, context.occurredAt()));
    }

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.AUDITOR
    })
    @Operation(summary = "The checks of a customer's callers, the latest first")
    public Page<CallerCheckRow> list(@QueryParam("tenant") @Nullable UUID tenant, @Valid @BeanParam PageQuery page) {
        var before =
                page.after(2, key -> new CheckedBefore(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())));
        var found = view.checks(
                RequestedTenant.of(caller, tenant),
                before.map(CheckedBefore::checkedAt).orElse(null),
                before.map(CheckedBefore::id).orElse(null),
                page.fetch());
        return Page.of(
                found, page, row -> List.of(row.checkedAt().toString(), row.id().toString()));
    }
}
