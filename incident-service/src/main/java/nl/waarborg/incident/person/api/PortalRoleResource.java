package nl.waarborg.incident.person.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.incident.person.domain.Authority;
import nl.waarborg.incident.person.domain.Person;
import nl.waarborg.incident.person.domain.PersonCommand;
import nl.waarborg.incident.person.domain.PersonCommand.AssignPortalRole;
import nl.waarborg.incident.person.domain.PersonCommand.RevokePortalRole;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.domain.PortalRole;
import nl.waarborg.incident.person.projection.People;
import nl.waarborg.incident.person.projection.PersonsView;
import nl.waarborg.incident.person.projection.PersonsView.PortalRoleRow;
import nl.waarborg.incident.person.storage.PersonEventTypes;
import nl.waarborg.tenants.api.RequestedTenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Path("/api/v1/portal-roles")
@Tag(name = "portal roles", description = "Who may contact support for a customer: its Administrator decides (INC-010)")
class PortalRoleResource {

    private final CommandHandler<PersonCommand, Person, PersonEvent> persons;
    private final People people;
    private final PersonsView view;
    private final Caller caller;

    PortalRoleResource(
            CommandHandler<PersonCommand, Person, PersonEvent> persons,
            People people,
            PersonsView view,
            Caller caller) {
        this.persons = persons;
        this.people = people;
        this.view = view;
        this.caller = caller;
    }

    /** @param knowledgeDeclared needed for the submitter: extensive knowledge of the software (INC-004) */
    record AssignmentRequest(@NotNull UUID personId, @NotNull PortalRole role, @Nullable Boolean knowledgeDeclared) {}

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.SUPPORT_AGENT,
        Roles.FIRST_CLASS_AGENT,
        Roles.AGREEMENT_MANAGER,
        Roles.AUDITOR
    })
    @Operation(summary = "Portal roles, present and past; of one person or of all")
    public List<PortalRoleRow> list(
            @QueryParam("tenant") @Nullable UUID tenant, @QueryParam("person") @Nullable UUID person) {
        return view.roles(RequestedTenant.of(caller, tenant), person);
    }

    @POST
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AGREEMENT_MANAGER})
    @Operation(
            summary = "Gives a person a portal role",
            description =
                    "An Administrator may give itself a role too; the vendor appoints the first Administrator only.")
    public Response assign(@QueryParam("tenant") @Nullable UUID tenant, @NotNull @Valid AssignmentRequest request) {
        var owner = RequestedTenant.of(caller, tenant);
        var context = caller.context(owner);
        return Answers.done(persons.handle(
                PersonEventTypes.stream(owner, request.personId()),
                context,
                new AssignPortalRole(
                        request.personId(),
                        request.role(),
                        Boolean.TRUE.equals(request.knowledgeDeclared()),
                        authority(owner, context.occurredAt()),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    @DELETE
    @Path("/{person}/{role}")
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.AGREEMENT_MANAGER})
    @Operation(summary = "Takes a portal role from a person; its history stays")
    public Response revoke(
            @PathParam("person") UUID person,
            @PathParam("role") PortalRole role,
            @QueryParam("tenant") @Nullable UUID tenant) {
        var owner = RequestedTenant.of(caller, tenant);
        var context = caller.context(owner);
        return Answers.done(persons.handle(
                PersonEventTypes.stream(owner, person),
                context,
                new RevokePortalRole(
                        person,
                        role,
                        authority(owner, context.occurredAt()),
                        caller.person().orElse(null),
                        context.occurredAt())));
    }

    private Authority authority(UUID tenant, Instant at) {
        if (caller.vendor()) {
            return people.administrators(tenant, at).isEmpty()
                    ? Authority.VENDOR_FOR_FIRST_ADMINISTRATOR
                    : Authority.NONE;
        }
        return caller.person()
                        .filter(person -> people.administers(tenant, person, at))
                        .isPresent()
                ? Authority.ADMINISTRATOR
                : Authority.NONE;
    }
}
