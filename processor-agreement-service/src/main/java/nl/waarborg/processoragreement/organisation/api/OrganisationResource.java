package nl.waarborg.processoragreement.organisation.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.FIRST_CLASS_AGENT;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.organisation.domain.Organisation;
import nl.waarborg.processoragreement.organisation.domain.OrganisationCommand;
import nl.waarborg.processoragreement.organisation.domain.OrganisationCommand.ChangeOrganisationData;
import nl.waarborg.processoragreement.organisation.domain.OrganisationData;
import nl.waarborg.processoragreement.organisation.domain.OrganisationEvent;
import nl.waarborg.processoragreement.organisation.projection.OrganisationView;
import nl.waarborg.processoragreement.organisation.projection.OrganisationView.OrganisationRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A customer's own data of its organisation, beside its contacts. */
@Path("/api/v1/tenants/{tenantId}/organisation")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Organisation", description = "What a customer says of itself")
public class OrganisationResource {

    private final CommandHandler<OrganisationCommand, Organisation, OrganisationEvent> commands;
    private final OrganisationView view;
    private final Caller caller;

    OrganisationResource(
            CommandHandler<OrganisationCommand, Organisation, OrganisationEvent> commands,
            OrganisationView view,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.caller = caller;
    }

    record OrganisationForm(
            @Schema(examples = "Example Care Foundation") @NotBlank @Size(max = 200) String legalName,
            @Schema(description = "Of the chamber of commerce", examples = "12345678")
                    @Nullable
                    @Pattern(regexp = "\\d{8}", message = "must be eight digits")
                    String registrationNumber,
            @Nullable @Size(min = 1, max = 500) String visitingAddress,
            @Nullable @Size(min = 1, max = 500) String postalAddress,
            @Schema(examples = "+31 33 123 45 67")
                    @Nullable
                    @Pattern(regexp = "\\+?[0-9 ()-]{6,30}", message = "must be a telephone number")
                    String phone,
            @Schema(description = "A general address", examples = "office@example.org")
                    @Nullable
                    @Email
                    @Size(max = 254)
                    String email,
            @Nullable @Pattern(regexp = "https?://\\S{1,490}", message = "must be a web address") String website) {

        OrganisationData data() {
            return new OrganisationData(
                    legalName, registrationNumber, visitingAddress, postalAddress, phone, email, website);
        }
    }

    @GET
    @RolesAllowed({
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT,
        AGREEMENT_MANAGER,
        ACCOUNT_MANAGER,
        SUPPORT_AGENT,
        FIRST_CLASS_AGENT
    })
    @Operation(summary = "Read the organisation data of a customer", description = "Rule XSV-055.")
    @APIResponse(
            responseCode = "200",
            description = "The organisation; ETag is its version, 0 until it was changed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OrganisationRow.class)))
    public Response read(@PathParam("tenantId") UUID tenant) {
        var row = view.of(caller.seen(tenant)).orElseThrow(ProblemException::notFound);
        return Answers.read(row, row.version());
    }

    @PUT
    @RolesAllowed(ADMINISTRATOR)
    @Operation(
            summary = "Change the organisation data",
            description = "By the customer itself, as a whole: what is absent is removed. Rule XSV-055.")
    public Response change(@PathParam("tenantId") UUID tenant, @NotNull @Valid OrganisationForm request) {
        var context = caller.context(caller.seen(tenant));
        return Answers.done(commands.handle(
                Organisation.stream(tenant),
                context,
                new ChangeOrganisationData(request.data(), context.actor().id(), context.occurredAt())));
    }
}
