package nl.waarborg.processoragreement.subprocessor.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.PAYROLL_PROCESSOR;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.subprocessor.domain.Consent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.GiveReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.RefuseReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentCommand.RequestReplacementConsent;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentDecider;
import nl.waarborg.processoragreement.subprocessor.domain.ConsentEvent;
import nl.waarborg.processoragreement.subprocessor.domain.SystemCommand;
import nl.waarborg.processoragreement.subprocessor.domain.SystemCommand.RegisterProcessingSystem;
import nl.waarborg.processoragreement.subprocessor.domain.SystemDecider;
import nl.waarborg.processoragreement.subprocessor.domain.SystemEvent;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView.ConsentRow;
import nl.waarborg.processoragreement.subprocessor.projection.SubprocessorsView.SystemRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Third parties in the place of staff, and the systems that staff work with. */
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(AGREEMENT_MANAGER)
@Tag(name = "Sub-processors")
public class ConsentResource {

    private final CommandHandler<ConsentCommand, ConsentDecider.State, ConsentEvent> consents;
    private final CommandHandler<SystemCommand, SystemDecider.State, SystemEvent> systems;
    private final SubprocessorsView view;
    private final Caller caller;

    ConsentResource(
            CommandHandler<ConsentCommand, ConsentDecider.State, ConsentEvent> consents,
            CommandHandler<SystemCommand, SystemDecider.State, SystemEvent> systems,
            SubprocessorsView view,
            Caller caller) {
        this.consents = consents;
        this.systems = systems;
        this.view = view;
        this.caller = caller;
    }

    record Asked(UUID consentId) {}

    @POST
    @Path("/replacement-consents")
    @Operation(
            summary = "Ask a customer for its consent to replace staff",
            description = "Before the third party begins. Rule PRA-043.")
    @APIResponse(
            responseCode = "201",
            description = "The customer is asked",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Asked.class)))
    public Response ask(@NotNull @Valid Requests.AskConsent request) {
        var historic = Requests.historic(request.historic(), caller);
        var context = caller.context(caller.seen(request.tenantId())).withHistoric(historic);
        var supplier = request.subprocessorId();
        if (supplier != null && view.find(supplier, false).isEmpty()) {
            throw ProblemException.invalidField("/subprocessorId", "is no supplier in the register");
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = consents.handle(
                Consent.stream(id),
                context,
                new RequestReplacementConsent(
                        id,
                        supplier,
                        request.thirdParty(),
                        request.task(),
                        request.from(),
                        request.through(),
                        historic,
                        context.occurredAt()));
        var asked = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/replacement-consents/" + asked), new Asked(asked));
    }

    @GET
    @Path("/replacement-consents")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SECURITY_OFFICER,
        PAYROLL_PROCESSOR,
        AUDITOR,
        ADMINISTRATOR,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(summary = "List the latest 500 requests for consent", description = "Rule PRA-043.")
    public List<ConsentRow> consents() {
        return view.consents();
    }

    @POST
    @Path("/replacement-consents/{id}/answer")
    @RolesAllowed({ADMINISTRATOR, AUTHORISED_CONTACT, PRIVACY_CONTACT})
    @Operation(summary = "Give or refuse consent", description = "By the customer, once. Rule PRA-043.")
    public Response answer(@PathParam("id") UUID id, @NotNull @Valid Requests.AnswerConsent request) {
        var row = view.consent(id).orElseThrow(ProblemException::notFound);
        var context = caller.context(row.tenantId());
        var by = context.actor().id();
        return Answers.done(consents.handle(
                Consent.stream(id),
                context,
                request.given()
                        ? new GiveReplacementConsent(by, context.occurredAt())
                        : new RefuseReplacementConsent(by, request.reasons(), context.occurredAt())));
    }

    @GET
    @Path("/processing-systems")
    @RolesAllowed({
        AGREEMENT_MANAGER,
        SECURITY_OFFICER,
        PAYROLL_PROCESSOR,
        AUDITOR,
        ADMINISTRATOR,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(summary = "List the systems with which the vendor works", description = "By name. Rule PRA-045.")
    public List<SystemRow> systems() {
        return view.systems();
    }

    @POST
    @Path("/processing-systems")
    @Operation(summary = "Register a system", description = "The same name again says what changed. Rule PRA-045.")
    public Response register(@NotNull @Valid Requests.RegisterSystem request) {
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(systems.handle(
                SystemDecider.stream(caller.provider(), request.name()),
                context,
                new RegisterProcessingSystem(
                        caller.provider(),
                        request.name(),
                        request.purpose(),
                        request.supplier(),
                        request.certificate(),
                        request.storageRegion(),
                        context.occurredAt())));
    }
}
