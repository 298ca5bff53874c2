package nl.waarborg.processoragreement.ai.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandHandler.Current;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.ai.domain.AiFeature;
import nl.waarborg.processoragreement.ai.domain.AiOffer;
import nl.waarborg.processoragreement.ai.domain.AiOffer.ChangeKind;
import nl.waarborg.processoragreement.ai.domain.AiOffer.Guarantees;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand.AnnounceAiChange;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand.RegisterAiSupplier;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiChangeAnnounced;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent.AiSupplierRegistered;
import nl.waarborg.processoragreement.web.ConditionalReads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The vendor's suppliers of external AI and what changes about them (XSV-042, XSV-043). */
@Path("/api/v1")
@Tag(name = "External AI")
@RolesAllowed({
    AGREEMENT_MANAGER,
    SECURITY_OFFICER,
    SERVICE_MANAGER,
    ACCOUNT_MANAGER,
    AUDITOR,
    ADMINISTRATOR,
    FUNCTIONAL_ADMINISTRATOR,
    AGREEMENT_CONTACT,
    AUTHORISED_CONTACT,
    PRIVACY_CONTACT
})
public class AiOfferResource {

    private final CommandHandler<AiOfferCommand, AiOffer, AiOfferEvent> offers;
    private final Caller caller;
    private final ConditionalReads reads;

    AiOfferResource(
            CommandHandler<AiOfferCommand, AiOffer, AiOfferEvent> offers, Caller caller, ConditionalReads reads) {
        this.offers = offers;
        this.caller = caller;
        this.reads = reads;
    }

    record SupplierForm(
            @Schema(examples = "Microsoft Azure") @NotBlank @Size(max = 200) String name,
            @Schema(description = "The functions whose data it processes, outside the vendor's own systems") @NotEmpty
                    Set<AiFeature> features,
            @Schema(description = "All data stay within the EEA") boolean dataStayInEea,
            @Schema(description = "Data are not used to train the model") boolean notUsedForTraining,
            @Schema(description = "Data are not used commercially") boolean notUsedCommercially) {}

    record ChangeForm(
            @Schema(description = "Chosen by the caller: announcing it again changes nothing") UUID changeId,
            AiFeature feature,
            @Schema(description = "STOPPED: from its day on nobody activates the function any more") ChangeKind kind,
            @Schema(description = "For customers to read", examples = "Another model answers")
                    @NotBlank
                    @Size(max = 5000)
                    String change,
            @Schema(description = "First day, after today", examples = "2027-01-01") LocalDate effectiveFrom) {}

    @GET
    @Path("/ai-suppliers")
    @Operation(
            summary = "List the suppliers of external AI with their guarantees",
            description =
                    "Documentation of a general-purpose model is to be asked from its supplier. Rules XSV-042, XSV-044.")
    public RestResponse<List<AiSupplierRegistered>> suppliers() {
        var offer = offer();
        return reads.of(offer.state().suppliers(), offer.version());
    }

    @PUT
    @Path("/ai-suppliers/{code}")
    @RolesAllowed({AGREEMENT_MANAGER, SECURITY_OFFICER})
    @Operation(
            summary = "Register a supplier of external AI",
            description = "None without all guarantees. Rule XSV-042.")
    public Response register(@PathParam("code") String code, @NotNull @Valid SupplierForm request) {
        if (!code.matches("[A-Z][A-Z0-9_]{1,49}")) {
            throw ProblemException.invalidField("/code", "must be a code such as MS_AZURE");
        }
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(offers.handle(
                AiOffer.stream(caller.provider()),
                context,
                new RegisterAiSupplier(
                        code,
                        request.name(),
                        request.features(),
                        new Guarantees(
                                request.dataStayInEea(), request.notUsedForTraining(), request.notUsedCommercially()),
                        context.occurredAt())));
    }

    @GET
    @Path("/ai-changes")
    @Operation(
            summary = "List announced changes of functions with external AI",
            description = "In order of announcement. Rule XSV-043.")
    public RestResponse<List<AiChangeAnnounced>> changes() {
        var offer = offer();
        return reads.of(offer.state().changes(), offer.version());
    }

    @POST
    @Path("/ai-changes")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Announce a change of a function with external AI",
            description = "Of its use or costs, or its end; before the day from which it holds. Rule XSV-043.")
    public Response announce(@NotNull @Valid ChangeForm request) {
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(offers.handle(
                AiOffer.stream(caller.provider()),
                context,
                new AnnounceAiChange(
                        request.changeId(),
                        request.feature(),
                        request.kind(),
                        request.change(),
                        request.effectiveFrom(),
                        context.occurredAt())));
    }

    private Current<AiOffer> offer() {
        return offers.current(AiOffer.stream(caller.provider()));
    }
}
