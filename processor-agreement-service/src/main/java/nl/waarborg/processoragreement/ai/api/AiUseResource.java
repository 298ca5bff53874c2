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

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.ai.domain.AiFeature;
import nl.waarborg.processoragreement.ai.domain.AiOffer;
import nl.waarborg.processoragreement.ai.domain.AiOfferCommand;
import nl.waarborg.processoragreement.ai.domain.AiOfferEvent;
import nl.waarborg.processoragreement.ai.domain.AiUse;
import nl.waarborg.processoragreement.ai.domain.AiUse.RiskCategory;
import nl.waarborg.processoragreement.ai.domain.AiUse.Side;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.ActivateAiFeature;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.DeactivateAiFeature;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.DeclareAiUse;
import nl.waarborg.processoragreement.ai.domain.AiUseCommand.SignalAiFairUse;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFairUseExceeded;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureActivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiFeatureDeactivated;
import nl.waarborg.processoragreement.ai.domain.AiUseEvent.AiUseDeclared;
import nl.waarborg.processoragreement.web.ConditionalReads;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Amount;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What one customer does with external AI (XSV-041 to XSV-044). */
@Path("/api/v1/agreements/{id}/ai")
@Tag(name = "External AI")
public class AiUseResource {

    private final CommandHandler<AiUseCommand, AiUse, AiUseEvent> uses;
    private final CommandHandler<AiOfferCommand, AiOffer, AiOfferEvent> offers;
    private final Agreements agreements;
    private final AgreedTerms terms;
    private final Caller caller;
    private final InstantSource clock;
    private final ConditionalReads reads;

    AiUseResource(
            CommandHandler<AiUseCommand, AiUse, AiUseEvent> uses,
            CommandHandler<AiOfferCommand, AiOffer, AiOfferEvent> offers,
            Agreements agreements,
            AgreedTerms terms,
            Caller caller,
            InstantSource clock,
            ConditionalReads reads) {
        this.uses = uses;
        this.offers = offers;
        this.agreements = agreements;
        this.terms = terms;
        this.caller = caller;
        this.clock = clock;
        this.reads = reads;
    }

    record ActivationForm(
            @Schema(description = "The AI conditions that activating agrees to", examples = "2026-1")
                    @NotBlank
                    @Size(max = 50)
                    String conditionsVersion) {}

    record DeactivationForm(
            @Schema(description = "Last day, if the vendor deactivates temporarily", examples = "2026-12-31") @Nullable
                    LocalDate until) {}

    record FairUseForm(
            @Schema(description = "In the unit of the fair use policy", examples = "12000")
                    @DecimalMin("0")
                    @Digits(integer = 12, fraction = 2)
                    BigDecimal usage,
            @Schema(description = "When it was discussed with the customer", examples = "2026-11-20") @Nullable
                    LocalDate discussedOn) {}

    record DeclarationForm(
            @Schema(description = "Chosen by the caller: declaring it again changes nothing") UUID declarationId,
            AiFeature feature,
            @Schema(description = "HIGH: the customer becomes the application's provider (AI Act)")
                    RiskCategory riskCategory,
            @Schema(description = "What is made with it", examples = "Answers to questions of employees")
                    @NotBlank
                    @Size(max = 2000)
                    String application,
            @Schema(
                            description =
                                    "Results are checked before use, use is at one's own risk, nobody misleads the AI wilfully")
                    boolean acceptsDuties,
            @Schema(description = "The extra rules, documentation and transparency of a provider")
                    boolean acceptsProviderDuties) {}

    enum State {
        INACTIVE,
        ACTIVE,
        /** By the vendor; the customer cannot activate it now. */
        HELD_BACK
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneFunction(
            AiFeature feature,
            State state,
            @Nullable AiFeatureActivated activated,
            @Nullable AiFeatureDeactivated deactivated,
            @Nullable AiFairUseExceeded fairUseExceeded) {}

    record View(List<OneFunction> functions, List<AiUseDeclared> declarations) {}

    @GET
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SECURITY_OFFICER,
        ACCOUNT_MANAGER,
        AUDITOR,
        ADMINISTRATOR,
        FUNCTIONAL_ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(
            summary = "Show which functions with external AI a customer uses",
            description = "Each with the conditions that were agreed to. Rules XSV-041, XSV-043, XSV-044.")
    public RestResponse<View> show(@PathParam("id") UUID id) {
        var current = uses.current(AiUse.stream(tenant(id)));
        var use = current.state();
        var today = AgreementDecider.dayOf(clock.instant());
        var view = new View(
                Arrays.stream(AiFeature.values())
                        .map(feature -> new OneFunction(
                                feature,
                                state(use, feature, today),
                                use.active().get(feature),
                                use.deactivated().get(feature),
                                use.exceeded().get(feature)))
                        .toList(),
                use.declarations());
        return reads.of(view, current.version());
    }

    private static State state(AiUse use, AiFeature feature, LocalDate day) {
        if (use.active().containsKey(feature)) {
            return State.ACTIVE;
        }
        return use.heldBack(feature, day).isPresent() ? State.HELD_BACK : State.INACTIVE;
    }

    @POST
    @Path("/{feature}/activation")
    @RolesAllowed(ADMINISTRATOR)
    @Operation(
            summary = "Activate a function with external AI",
            description =
                    "Agrees to the AI conditions; what was agreed on AI before no longer applies. Rule XSV-041, OP-87.")
    public Response activate(
            @PathParam("id") UUID id, @PathParam("feature") AiFeature feature, @NotNull @Valid ActivationForm request) {
        var person = caller.person().orElse(null);
        return done(id, at -> new ActivateAiFeature(feature, request.conditionsVersion(), offer(), person, at));
    }

    @POST
    @Path("/{feature}/deactivation")
    @RolesAllowed({ADMINISTRATOR, AGREEMENT_MANAGER})
    @Operation(
            summary = "Deactivate a function with external AI",
            description =
                    "The customer at any time; the vendor, also temporarily, after excessive use was discussed. Rules XSV-041, XSV-043.")
    public Response deactivate(
            @PathParam("id") UUID id,
            @PathParam("feature") AiFeature feature,
            @NotNull @Valid DeactivationForm request) {
        if (request.until() != null && !caller.vendor()) {
            throw ProblemException.invalidField("/until", "is for the vendor to give");
        }
        var side = caller.vendor() ? Side.VENDOR : Side.CUSTOMER;
        return done(id, at -> new DeactivateAiFeature(feature, side, request.until(), offer(), at));
    }

    @POST
    @Path("/{feature}/fair-use-signals")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Signal use of external AI beyond fair use, or that it was discussed",
            description =
                    "The threshold is a term of the agreement; by hand where the terms set none. Rule XSV-043, OP-87.")
    public Response signal(
            @PathParam("id") UUID id, @PathParam("feature") AiFeature feature, @NotNull @Valid FairUseForm request) {
        var tenant = tenant(id);
        return done(
                id,
                at -> new SignalAiFairUse(
                        feature,
                        request.usage(),
                        terms.of(tenant)
                                .at(at)
                                .flatMap(agreed -> agreed.value(TermKey.AI_FAIR_USE, Amount.class))
                                .map(Amount::number)
                                .orElse(null),
                        request.discussedOn(),
                        at));
    }

    @POST
    @Path("/declarations")
    @RolesAllowed({AGREEMENT_CONTACT, AUTHORISED_CONTACT, PRIVACY_CONTACT})
    @Operation(
            summary = "Declare what external AI is used for",
            description =
                    "With its risk category; of a high-risk application the customer is the provider. Rule XSV-044.")
    public Response declare(@PathParam("id") UUID id, @NotNull @Valid DeclarationForm request) {
        return done(
                id,
                at -> new DeclareAiUse(
                        request.declarationId(),
                        request.feature(),
                        request.riskCategory(),
                        request.application(),
                        request.acceptsDuties(),
                        request.acceptsProviderDuties(),
                        at));
    }

    private Response done(UUID agreement, Function<Instant, AiUseCommand> command) {
        var tenant = tenant(agreement);
        var context = caller.context(tenant);
        return Answers.done(uses.handle(AiUse.stream(tenant), context, command.apply(context.occurredAt())));
    }

    private AiOffer offer() {
        return offers.state(AiOffer.stream(caller.provider()));
    }

    private UUID tenant(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound).tenantId;
    }
}
