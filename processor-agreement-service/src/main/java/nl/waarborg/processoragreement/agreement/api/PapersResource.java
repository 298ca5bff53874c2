package nl.waarborg.processoragreement.agreement.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.AgreeSpecificTerms;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.RegisterSeparateAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.SignAgreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.agreement.projection.PapersView;
import nl.waarborg.processoragreement.web.Documents;
import nl.waarborg.terms.Term.Origin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The documents of an agreement: signature, annexes, specific provisions, separate agreements, adopted versions of the SLA. */
@Path("/api/v1/agreements/{id}")
@Tag(name = "Documents of an agreement")
public class PapersResource {

    private final CommandHandler<AgreementCommand, Agreement, AgreementEvent> commands;
    private final Agreements agreements;
    private final PapersView papers;
    private final CommandFacts facts;
    private final Caller caller;

    PapersResource(
            CommandHandler<AgreementCommand, Agreement, AgreementEvent> commands,
            Agreements agreements,
            PapersView papers,
            CommandFacts facts,
            Caller caller) {
        this.commands = commands;
        this.agreements = agreements;
        this.papers = papers;
        this.facts = facts;
        this.caller = caller;
    }

    record Signature(
            @Schema(description = "Who signs in the customer's name", examples = "J. Jansen") @NotBlank @Size(max = 200)
                    String signedBy,
            @Schema(description = "The customer has taken note of the agreement and agrees with it")
                    boolean takenNote) {}

    record ProvisionForm(
            @Schema(examples = "subprocessor.notice") @NotBlank @Size(max = 100) String key,
            @Schema(description = "In written form, or ABSENT", examples = "P42D") @NotBlank @Size(max = 2000)
                    String value,
            @Schema(description = "Where it stands in the assignment", examples = "Specifieke bepalingen, art. 2")
                    @NotBlank
                    @Size(max = 200)
                    String clause) {}

    record SpecificProvisions(
            @NotEmpty @Size(max = 200) List<@Valid ProvisionForm> provisions,
            @Schema(description = "First day", examples = "2026-07-01") LocalDate effectiveFrom) {}

    record SeparateAgreement(
            @NotBlank @Size(max = 200) String title,
            @Schema(description = "Code of the recognised model that it follows", examples = "BOZ_2022")
                    @Nullable
                    @Size(min = 1, max = 50)
                    String model,
            @Schema(description = "What it regulates; keys that it does not name keep what held before")
                    @NotEmpty
                    @Size(max = 200)
                    List<@Valid ProvisionForm> provisions,
            @Schema(description = "First day", examples = "2026-07-01") LocalDate effectiveFrom) {}

    @POST
    @Path("/signature")
    @RolesAllowed({AGREEMENT_CONTACT, AUTHORISED_CONTACT})
    @Operation(
            summary = "Sign the agreement",
            description =
                    "The customer declares to have taken note of the agreement and to agree with it. Rule PRA-004.")
    public Response sign(@PathParam("id") UUID id, @NotNull @Valid Signature request) {
        return done(
                id,
                context -> new SignAgreement(
                        request.signedBy(), caller.person().orElse(null), request.takenNote(), context.occurredAt()));
    }

    @GET
    @Path("/specific-provisions")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SERVICE_MANAGER,
        ACCOUNT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(summary = "List the specific provisions of the assignment", description = "Rule PRA-005.")
    public List<PapersView.Provision> provisions(@PathParam("id") UUID id) {
        return papers.provisions(tenant(id));
    }

    @POST
    @Path("/specific-provisions")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Record specific provisions of the assignment",
            description = "Each takes its place in the customer's terms from its day on. Rule PRA-005.")
    public Response agree(@PathParam("id") UUID id, @NotNull @Valid SpecificProvisions request) {
        var provisions = Requests.provisions(request.provisions(), Origin.SPECIFIC_PROVISION, facts::knows);
        return done(id, context -> new AgreeSpecificTerms(provisions, request.effectiveFrom(), context.occurredAt()));
    }

    @GET
    @Path("/separate-agreements")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SERVICE_MANAGER,
        ACCOUNT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(summary = "List the separate processor agreements", description = "Rule PRA-002.")
    public List<PapersView.Separate> separateAgreements(@PathParam("id") UUID id) {
        return papers.separateAgreements(tenant(id));
    }

    @POST
    @Path("/separate-agreements")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Register a separate processor agreement",
            description =
                    "It goes before specific provisions and the standard agreement, term key by term key; where it is"
                            + " silent they hold. Rules PRA-002, PRA-003, OP-57.")
    public Response register(@PathParam("id") UUID id, @NotNull @Valid SeparateAgreement request) {
        var tenant = tenant(id);
        var provisions = Requests.provisions(request.provisions(), Origin.SEPARATE_AGREEMENT, facts::knows);
        if (request.model() != null && !agreements.recognises(caller.provider(), request.model())) {
            throw ProblemException.invalidField("/model", "is no recognised model");
        }
        var context = caller.context(tenant);
        return Answers.done(commands.handle(
                Agreement.stream(tenant),
                context,
                new RegisterSeparateAgreement(
                        request.title(), request.model(), provisions, request.effectiveFrom(), context.occurredAt())));
    }

    @GET
    @Path("/documents")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SERVICE_MANAGER,
        ACCOUNT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(summary = "List the documents of the agreement", description = "Rules PRA-006, PRA-062.")
    public List<PapersView.Attached> documents(@PathParam("id") UUID id) {
        return papers.documents(tenant(id));
    }

    @POST
    @Path("/documents")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Attach a document",
            description = "Assignment, annexes, clauses; nothing is computed from them. Rules PRA-006, PRA-062.")
    public Response attach(@PathParam("id") UUID id, @NotNull @Valid DocumentForm request) {
        var command = request.command();
        return done(id, context -> command);
    }

    @GET
    @Path("/documents/{documentId}/content")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SERVICE_MANAGER,
        ACCOUNT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(summary = "Download a document", description = "Gone once the customer's key was destroyed.")
    @APIResponse(
            responseCode = "200",
            description = "The document, in the media type in which it was attached",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    public Response content(@PathParam("id") UUID id, @PathParam("documentId") UUID document) {
        var found = papers.document(tenant(id), document)
                .filter(attached -> attached.base64() != null)
                .orElseThrow(ProblemException::notFound);
        return Documents.download(
                found.mediaType(), Base64.getDecoder().decode(String.valueOf(found.base64())), "document-" + document);
    }

    @GET
    @Path("/sla-versions")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SERVICE_MANAGER,
        ACCOUNT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(
            summary = "List the versions of the standard agreement that hold for the customer",
            description = "Each with the terms version by which it was adopted; the newest first. Rule XSV-004.")
    public List<PapersView.Adopted> slaVersions(@PathParam("id") UUID id) {
        return papers.adopted(tenant(id));
    }

    private UUID tenant(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound).tenantId;
    }

    private Response done(UUID agreement, Function<CommandContext, AgreementCommand> command) {
        var tenant = tenant(agreement);
        var context = caller.context(tenant);
        return Answers.done(commands.handle(Agreement.stream(tenant), context, command.apply(context)));
    }
}
