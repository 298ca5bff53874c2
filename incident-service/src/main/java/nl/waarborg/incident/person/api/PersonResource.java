package nl.waarborg.incident.person.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.api.AssignedAdministrator;
import nl.waarborg.incident.person.domain.Language;
import nl.waarborg.incident.person.domain.Person;
import nl.waarborg.incident.person.domain.PersonCommand;
import nl.waarborg.incident.person.domain.PersonCommand.RecordDeparture;
import nl.waarborg.incident.person.domain.PersonCommand.RegisterPerson;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.projection.PersonsView;
import nl.waarborg.incident.person.projection.PersonsView.PersonRow;
import nl.waarborg.incident.person.storage.PersonEventTypes;
import nl.waarborg.tenants.api.RequestedTenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/persons")
@Tag(name = "persons", description = "Persons of a customer: how they are reached, and in which language")
class PersonResource {

    private final CommandHandler<PersonCommand, Person, PersonEvent> persons;
    private final AssignedAdministrator administrator;
    private final PersonsView view;
    private final Caller caller;

    PersonResource(
            CommandHandler<PersonCommand, Person, PersonEvent> persons,
            AssignedAdministrator administrator,
            PersonsView view,
            Caller caller) {
        this.persons = persons;
        this.administrator = administrator;
        this.view = view;
        this.caller = caller;
    }

    record PersonRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String mail,
            @Nullable @Size(max = 40) String phone,
            @NotNull Language language) {}

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.AGREEMENT_MANAGER
    })
    @Operation(summary = "The persons of a customer, in order of their id")
    public Page<PersonRow> list(@QueryParam("tenant") @Nullable UUID tenant, @Valid @BeanParam PageQuery page) {
        var after = page.after(1, key -> UUID.fromString(key.getFirst()));
        var found = view.persons(RequestedTenant.of(caller, tenant), after.orElse(new UUID(0, 0)), page.fetch());
        return Page.of(found, page, row -> List.of(row.personId().toString()));
    }

    @GET
    @Path("/{person}")
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.PAYROLL_PROCESSOR,
        Roles.AGREEMENT_MANAGER
    })
    @Operation(summary = "One person")
    @APIResponse(
            responseCode = "200",
            description = "The person; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonRow.class)))
    public Response read(@PathParam("person") UUID person, @QueryParam("tenant") @Nullable UUID tenant) {
        var row = view.person(RequestedTenant.of(caller, tenant), person).orElseThrow(ProblemException::notFound);
        return Answers.read(row, row.version());
    }

    @PUT
    @Path("/{person}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPPORT_AGENT, Roles.AGREEMENT_MANAGER})
    @Operation(summary = "Registers a person, or changes what is known of it; the same again changes nothing")
    public Response register(
            @PathParam("person") UUID person,
            @QueryParam("tenant") @Nullable UUID tenant,
            @NotNull @Valid PersonRequest request) {
        var owner = RequestedTenant.of(caller, tenant);
        administratorOrVendor(owner);
        return Answers.done(persons.handle(
                PersonEventTypes.stream(owner, person),
                caller.context(owner),
                new RegisterPerson(
                        person,
                        Actor.Side.CUSTOMER,
                        caller.provider(),
                        request.name(),
                        request.mail(),
                        request.phone(),
                        request.language())));
    }

    @POST
    @Path("/{person}/departure")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AGREEMENT_MANAGER})
    @Operation(summary = "The person left: its roles end, mail about its incidents goes to the Administrators (OP-21)")
    public Response leave(@PathParam("person") UUID person, @QueryParam("tenant") @Nullable UUID tenant) {
        var owner = RequestedTenant.of(caller, tenant);
        administratorOrVendor(owner);
        var context = caller.context(owner);
        return Answers.done(persons.handle(
                PersonEventTypes.stream(owner, person), context, new RecordDeparture(person, context.occurredAt())));
    }

    private void administratorOrVendor(UUID tenant) {
        if (caller.customer()) {
            administrator.of(caller, tenant, caller.context(tenant).occurredAt());
        }
    }
}
