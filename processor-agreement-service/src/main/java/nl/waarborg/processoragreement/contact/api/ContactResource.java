package nl.waarborg.processoragreement.contact.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.processoragreement.contact.domain.ContactCommand;
import nl.waarborg.processoragreement.contact.domain.ContactCommand.RemovePrivacyContact;
import nl.waarborg.processoragreement.contact.domain.ContactCommand.SetPrivacyContact;
import nl.waarborg.processoragreement.contact.domain.ContactEvent;
import nl.waarborg.processoragreement.contact.domain.ContactRole;
import nl.waarborg.processoragreement.contact.domain.Contacts;
import nl.waarborg.processoragreement.contact.domain.CustomerContact;
import nl.waarborg.processoragreement.contact.domain.MailLanguage;
import nl.waarborg.processoragreement.contact.projection.KnownContacts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom the vendor tells of a breach, kept by the customer itself (PRA-052). */
@Path("/api/v1/tenants/{tenantId}/contacts")
@Tag(name = "Contacts")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.AGREEMENT_MANAGER})
public class ContactResource {

    private final CommandHandler<ContactCommand, Contacts, ContactEvent> commands;
    private final KnownContacts contacts;
    private final Caller caller;

    ContactResource(
            CommandHandler<ContactCommand, Contacts, ContactEvent> commands, KnownContacts contacts, Caller caller) {
        this.commands = commands;
        this.contacts = contacts;
        this.caller = caller;
    }

    record ContactForm(
            @Schema(description = "The person as incident-service knows it") @Nullable UUID personId,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String email,
            @NotEmpty Set<ContactRole> roles,
            @Schema(description = "Absent: mail in both languages") @Nullable MailLanguage language) {

        SetPrivacyContact command(UUID contact) {
            return new SetPrivacyContact(contact, personId, name, email, Set.copyOf(roles), language);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactAnswer(
            UUID contactId,
            @Nullable UUID personId,
            String name,
            String email,
            Set<ContactRole> roles,
            @Nullable MailLanguage language) {

        static ContactAnswer of(CustomerContact contact) {
            return new ContactAnswer(
                    contact.contactId(),
                    contact.personId(),
                    contact.name(),
                    contact.email(),
                    contact.roles(),
                    contact.language());
        }
    }

    record Added(UUID contactId) {}

    @GET
    @RolesAllowed({
        Roles.ADMINISTRATOR,
        Roles.AGREEMENT_CONTACT,
        Roles.PRIVACY_CONTACT,
        Roles.AGREEMENT_MANAGER,
        Roles.SECURITY_OFFICER
    })
    @Operation(
            summary = "List the contacts of a customer",
            description = "Those named in the agreement and those set since. Rule PRA-052.")
    public List<ContactAnswer> list(@PathParam("tenantId") UUID tenant) {
        return contacts.of(caller.seen(tenant)).stream().map(ContactAnswer::of).toList();
    }

    @POST
    @Operation(summary = "Add a contact", description = "Rule PRA-052.")
    @APIResponse(
            responseCode = "201",
            description = "The contact is on the list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Added.class)))
    public Response add(@PathParam("tenantId") UUID tenant, @NotNull @Valid ContactForm request) {
        var context = caller.context(caller.seen(tenant));
        var contact = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(Contacts.stream(tenant), context, request.command(contact));
        return Answers.created(
                result, URI.create("/api/v1/tenants/" + tenant + "/contacts/" + contact), new Added(contact));
    }

    @PUT
    @Path("/{contactId}")
    @Operation(
            summary = "Change a contact",
            description = "Its name, address, language or why it is addressed. Rule PRA-052.")
    public Response set(
            @PathParam("tenantId") UUID tenant,
            @PathParam("contactId") UUID contact,
            @NotNull @Valid ContactForm request) {
        var context = caller.context(caller.seen(tenant));
        return Answers.done(commands.handle(Contacts.stream(tenant), context, request.command(contact)));
    }

    @DELETE
    @Path("/{contactId}")
    @Operation(summary = "Remove a contact", description = "Rule PRA-052.")
    public Response remove(@PathParam("tenantId") UUID tenant, @PathParam("contactId") UUID contact) {
        var context = caller.context(caller.seen(tenant));
        var agreed =
                contacts.of(tenant).stream().map(CustomerContact::contactId).collect(Collectors.toUnmodifiableSet());
        return Answers.done(
                commands.handle(Contacts.stream(tenant), context, new RemovePrivacyContact(contact, agreed)));
    }
}
