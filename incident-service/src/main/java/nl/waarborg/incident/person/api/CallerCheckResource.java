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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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

    @POST
    @RolesAllowed({Roles.SUPPORT_AGENT, Roles.FIRST_CLASS_AGENT, Roles.PAYROLL_PROCESSOR})
    @Operation(
            summary = "Checks a caller and keeps the check",
            description =
                    "200 if the caller may submit incidents; 409 with INC-014 if not, the check is kept all the same.")
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
        var before = page.after(2);
        var found = view.checks(
                RequestedTenant.of(caller, tenant),
                before.isEmpty() ? null : Instant.parse(before.getFirst()),
                before.isEmpty() ? null : UUID.fromString(before.getLast()),
                page.fetch());
        return Page.of(
                found, page, row -> List.of(row.checkedAt().toString(), row.id().toString()));
    }
}
