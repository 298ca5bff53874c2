package nl.waarborg.processoragreement.disposition.api;

import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.projection.AgreementView;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.disposition.DispositionSettings;
import nl.waarborg.processoragreement.disposition.domain.Certificate;
import nl.waarborg.processoragreement.disposition.domain.Disposition;
import nl.waarborg.processoragreement.disposition.domain.Disposition.Choice;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ChooseDataDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ConfirmErasure;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ConfirmThirdPartyDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.EstimateDispositionCost;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.InstructThirdPartyDisposition;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.LiftLegalHold;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.PlaceLegalHold;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.ReturnData;
import nl.waarborg.processoragreement.disposition.domain.DispositionCommand.SettleDispositionCost;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.LegalHoldPlaced;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDone;
import nl.waarborg.processoragreement.disposition.projection.ErasurePreviews;
import nl.waarborg.processoragreement.disposition.projection.ErasurePreviews.Stored;
import nl.waarborg.processoragreement.web.AfterTheEnd;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a customer's data: choice, holds, third parties, costs, return, erasure, certificate (PRA-058 to PRA-061). */
@Path("/api/v1/agreements/{id}/disposition")
@AfterTheEnd
@Tag(name = "Disposition")
public class DispositionResource {

    private final CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions;
    private final ErasurePreviews previews;
    private final DispositionSettings settings;
    private final Agreements agreements;
    private final Caller caller;
    private final CertificatePdf pdf;

    DispositionResource(
            CommandHandler<DispositionCommand, Disposition, DispositionEvent> dispositions,
            ErasurePreviews previews,
            DispositionSettings settings,
            Agreements agreements,
            Caller caller,
            CertificatePdf pdf) {
        this.dispositions = dispositions;
        this.previews = previews;
        this.settings = settings;
        this.agreements = agreements;
        this.caller = caller;
        this.pdf = pdf;
    }

    record ChoiceForm(
            @NotNull Choice choice,
            @Schema(description = "The customer asked for it in writing: needed before the end of the agreement")
                    boolean writtenRequest) {}

    record HoldForm(@Schema(examples = "Dispute over the wages of 2025") @NotBlank @Size(max = 2000) String reason) {}

    record AmountForm(
            @Schema(description = "Euro, excluding VAT", examples = "250.00")
                    @NotNull
                    @DecimalMin("0.00")
                    @Digits(integer = 9, fraction = 2)
                    BigDecimal amount) {}

    record ReturnForm(@Schema(examples = "XML export") @NotBlank @Size(max = 200) String format) {}

    record ConfirmationForm(
            @Schema(description = "The preview that was looked at", examples = "5f1b0c…")
                    @NotNull
                    @Pattern(regexp = "[0-9a-f]{64}")
                    String preview) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hold(
            UUID holdId,
            @Schema(description = "Absent once the customer's data are erased") @Nullable String reason,
            Instant placedAt) {

        static Hold of(LegalHoldPlaced placed) {
            return new Hold(placed.holdId(), placed.reason(), placed.at());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record State(
            UUID dispositionId,
            @Schema(description = "Absent: the customer has not chosen, and nothing is destroyed") @Nullable
                    Choice choice,
            Collection<Hold> holds,
            @Schema(description = "By name") Map<String, Disposition.ThirdParty> thirdParties,
            @Schema(description = "Euro, excluding VAT") @Nullable String estimatedCost,
            @Schema(description = "Euro, excluding VAT") @Nullable String settledCost,
            @Nullable Instant returnedAt,
            @Schema(description = "When the erasure was ordered") @Nullable Instant orderedAt,
            @Schema(description = "Services that have not answered the order yet") Collection<String> awaited,
            @Schema(description = "What the services answered") Collection<ServiceErased> erased,
            @Nullable Instant destroyedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreviewView(
            @Nullable Choice choice,
            @Schema(description = "That have data of the customer, and will destroy their keys")
                    Collection<String> services,
            @Schema(description = "What this service has; the others count what they have when they answer")
                    List<Stored> here,
            @Schema(description = "In force: nothing can be destroyed") Collection<UUID> holds,
            @Schema(description = "Names what was looked at, for who orders the erasure; absent for a customer")
                    @Nullable
                    String preview) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificateView(
            UUID agreementId,
            UUID tenantId,
            UUID erasureId,
            Instant orderedAt,
            String preview,
            String method,
            List<ServiceErased> services,
            @Schema(description = "Companies that had data of the customer, and confirmed")
                    List<ThirdPartyDone> thirdParties,
            Instant certifiedAt,
            @Schema(description = "What the hash is of") String text,
            @Schema(description = "SHA-256 of the text, also recorded in the event that the evidence log proves")
                    String sha256) {}

    @GET
    @RolesAllowed({AGREEMENT_CONTACT, PRIVACY_CONTACT, AGREEMENT_MANAGER, SECURITY_OFFICER, OPERATOR, AUDITOR})
    @Operation(summary = "Show what becomes of the data", description = "Rules PRA-058 to PRA-061.")
    public State show(@PathParam("id") UUID id) {
        var tenant = seen(id).tenantId;
        var disposition = dispositions.state(Disposition.stream(tenant));
        var returned = disposition.returned();
        var confirmed = disposition.confirmed();
        var destroyed = disposition.destroyed();
        return new State(
                Disposition.stream(tenant).id(),
                disposition.choice(),
                disposition.holds().values().stream().map(Hold::of).toList(),
                new TreeMap<>(disposition.thirdParties()),
                text(disposition.estimated()),
                text(disposition.settled()),
                returned == null ? null : returned.at(),
                confirmed == null ? null : confirmed.at(),
                disposition.awaited(),
                disposition.answers().values(),
                destroyed == null ? null : destroyed.at());
    }

    @PUT
    @Path("/choice")
    @RolesAllowed({AGREEMENT_CONTACT, PRIVACY_CONTACT})
    @Operation(
            summary = "Choose what becomes of the data",
            description =
                    "The controller's choice, at the end or on written request; until the erasure is ordered it may change. Rules PRA-058, PRA-061.")
    public Response choose(@PathParam("id") UUID id, @NotNull @Valid ChoiceForm request) {
        var agreement = seen(id);
        var context = caller.context(agreement.tenantId);
        return done(
                context,
                new ChooseDataDisposition(
                        dispositionOf(context),
                        request.choice(),
                        agreement.endedOn != null,
                        request.writtenRequest(),
                        context.occurredAt()));
    }

    @PUT
    @Path("/holds/{holdId}")
    @RolesAllowed({PRIVACY_CONTACT, AGREEMENT_CONTACT, SECURITY_OFFICER})
    @Operation(
            summary = "Place a legal hold",
            description = "As long as it is in force nothing of the customer is destroyed. Rule PRA-058.")
    public Response hold(@PathParam("id") UUID id, @PathParam("holdId") UUID holdId, @NotNull @Valid HoldForm request) {
        var context = context(id);
        return done(context, new PlaceLegalHold(holdId, request.reason(), context.occurredAt()));
    }

    @DELETE
    @Path("/holds/{holdId}")
    @RolesAllowed(SECURITY_OFFICER)
    @Operation(summary = "Lift a legal hold", description = "Rule PRA-058.")
    public Response lift(@PathParam("id") UUID id, @PathParam("holdId") UUID holdId) {
        var context = context(id);
        return done(context, new LiftLegalHold(holdId, context.occurredAt()));
    }

    @PUT
    @Path("/cost-estimate")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(summary = "Estimate the costs", description = "They are the customer's. Rule PRA-060.")
    public Response estimate(@PathParam("id") UUID id, @NotNull @Valid AmountForm request) {
        var context = context(id);
        return done(
                context,
                new EstimateDispositionCost(dispositionOf(context), cents(request.amount()), context.occurredAt()));
    }

    @PUT
    @Path("/cost")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(summary = "Settle the costs", description = "After the data were returned or destroyed. Rule PRA-060.")
    public Response settle(@PathParam("id") UUID id, @NotNull @Valid AmountForm request) {
        var context = context(id);
        return done(
                context,
                new SettleDispositionCost(dispositionOf(context), cents(request.amount()), context.occurredAt()));
    }

    @PUT
    @Path("/third-parties/{name}")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Instruct a third party to destroy or return",
            description = "A company that has data of the customer. Rule PRA-059.")
    public Response instruct(
            @PathParam("id") UUID id,
            @PathParam("name") @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}+") String name) {
        var context = context(id);
        return done(context, new InstructThirdPartyDisposition(dispositionOf(context), name, context.occurredAt()));
    }

    @PUT
    @Path("/third-parties/{name}/confirmation")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(summary = "Record that a third party has destroyed or returned", description = "Rule PRA-059.")
    public Response confirmed(@PathParam("id") UUID id, @PathParam("name") @Size(max = 200) String name) {
        var context = context(id);
        return done(context, new ConfirmThirdPartyDisposition(dispositionOf(context), name, context.occurredAt()));
    }

    @POST
    @Path("/return")
    @RolesAllowed(OPERATOR)
    @Operation(summary = "Record that the data were given back", description = "Rule PRA-058.")
    public Response giveBack(@PathParam("id") UUID id, @NotNull @Valid ReturnForm request) {
        var context = context(id);
        return done(context, new ReturnData(dispositionOf(context), request.format(), context.occurredAt()));
    }

    @GET
    @Path("/preview")
    @RolesAllowed({AGREEMENT_CONTACT, PRIVACY_CONTACT, SECURITY_OFFICER, OPERATOR})
    @Operation(
            summary = "Show what an erasure would destroy",
            description =
                    "What, where, and what stands in the way. A customer does not see what it may not be told of. Rules PRA-018, PRA-058.")
    public PreviewView preview(@PathParam("id") UUID id) {
        var tenant = seen(id).tenantId;
        var preview = previews.of(tenant, dispositions.state(Disposition.stream(tenant)));
        return new PreviewView(
                preview.choice(),
                preview.services(),
                caller.customer() ? preview.hereForCustomer() : preview.here(),
                preview.holds(),
                caller.customer() ? null : preview.preview());
    }

    @POST
    @Path("/erasure")
    @RolesAllowed(OPERATOR)
    @Operation(
            summary = "Order the erasure that the preview showed",
            description =
                    "Cannot be undone. Every service destroys its key of the customer and answers; refused if the preview is stale, the customer has not chosen, a legal hold is in force, or a third party has not confirmed. Rules PRA-058, PRA-059, PRA-061.")
    public Response erase(@PathParam("id") UUID id, @NotNull @Valid ConfirmationForm request) {
        var context = context(id);
        var stream = Disposition.stream(context.tenant());
        return Answers.done(dispositions.handle(
                stream,
                context,
                disposition -> new ConfirmErasure(
                        stream.id(),
                        request.preview(),
                        previews.of(context.tenant(), disposition).preview(),
                        settings.services(),
                        context.occurredAt())));
    }

    @GET
    @Path("/certificate")
    @RolesAllowed({AGREEMENT_CONTACT, PRIVACY_CONTACT, AGREEMENT_MANAGER, SECURITY_OFFICER, OPERATOR, AUDITOR})
    @Operation(
            summary = "Show the certificate of the erasure",
            description =
                    "404 until every service has answered. It names no person, and each third party that confirmed. The vendor's own register of security incidents keeps its times and texts, which must name no person. Rules PRA-058, PRA-059, PRA-061.")
    public CertificateView certificate(@PathParam("id") UUID id) {
        return certificate(seen(id));
    }

    @GET
    @Path("/certificate.pdf")
    @Produces("application/pdf")
    @RolesAllowed({AGREEMENT_CONTACT, PRIVACY_CONTACT, AGREEMENT_MANAGER, SECURITY_OFFICER, OPERATOR, AUDITOR})
    @Operation(
            summary = "Download the certificate of the erasure",
            description = "In Dutch or English. 404 until every service has answered. Rules PRA-058, PRA-061.")
    public byte[] certificateToKeep(
            @PathParam("id") UUID id, @QueryParam("lang") @DefaultValue("NL") CertificatePdf.Language language) {
        var agreement = seen(id);
        return pdf.of(certificate(agreement), agreement.reference, language);
    }

    private CertificateView certificate(AgreementView agreement) {
        var tenant = agreement.tenantId;
        var disposition = dispositions.state(Disposition.stream(tenant));
        var destroyed = disposition.certified().orElseThrow(ProblemException::notFound);
        var order = disposition.confirmed();
        if (order == null) {
            throw ProblemException.notFound();
        }
        var certificate = Certificate.of(order, disposition.answers());
        return new CertificateView(
                agreement.id,
                tenant,
                certificate.erasureId(),
                certificate.orderedAt(),
                certificate.preview(),
                certificate.method(),
                certificate.services(),
                certificate.thirdParties(),
                destroyed.at(),
                certificate.text(),
                destroyed.certificate());
    }

    private AgreementView seen(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound);
    }

    private CommandContext context(UUID agreement) {
        return caller.context(seen(agreement).tenantId);
    }

    private static UUID dispositionOf(CommandContext context) {
        return Disposition.stream(context.tenant()).id();
    }

    private Response done(CommandContext context, DispositionCommand command) {
        return Answers.done(dispositions.handle(Disposition.stream(context.tenant()), context, command));
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    private static @Nullable String text(@Nullable BigDecimal euros) {
        return euros == null ? null : euros.toPlainString();
    }
}
