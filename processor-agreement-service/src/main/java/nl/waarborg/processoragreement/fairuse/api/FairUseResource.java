package nl.waarborg.processoragreement.fairuse.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.fairuse.domain.FairUse;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Case;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Outcome;
import nl.waarborg.processoragreement.fairuse.domain.FairUse.Signal;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.CloseFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.OpenFairUseCase;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.RecordFairUseContact;
import nl.waarborg.processoragreement.fairuse.domain.FairUseCommand.TakeFairUseMeasure;
import nl.waarborg.processoragreement.fairuse.domain.FairUseEvent;
import nl.waarborg.processoragreement.web.ConditionalReads;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Cases of abuse or needless load (XSV-045). */
@Path("/api/v1/agreements/{id}/fair-use-cases")
@Tag(name = "Fair use")
@RolesAllowed({OPERATOR, AGREEMENT_MANAGER})
public class FairUseResource {

    private final CommandHandler<FairUseCommand, FairUse, FairUseEvent> cases;
    private final Agreements agreements;
    private final Caller caller;
    private final ConditionalReads reads;

    FairUseResource(
            CommandHandler<FairUseCommand, FairUse, FairUseEvent> cases,
            Agreements agreements,
            Caller caller,
            ConditionalReads reads) {
        this.cases = cases;
        this.agreements = agreements;
        this.caller = caller;
        this.reads = reads;
    }

    record CaseForm(
            @Schema(description = "Chosen by the caller: opening it again changes nothing") UUID caseId,
            Signal signal,
            @Schema(examples = "The same report is run every minute") @NotBlank @Size(max = 5000) String description) {}

    record ContactForm(
            @Schema(description = "Chosen by the caller") UUID contactId,
            @Schema(description = "Whether somebody was reached") boolean reached,
            @Schema(description = "What it led to, if somebody was reached") @Nullable Outcome outcome,
            @Nullable @Size(min = 1, max = 5000) String note) {}

    record MeasureForm(
            @Schema(description = "Chosen by the caller") UUID measureId,
            @Schema(examples = "The connector is limited to 10 calls a minute") @NotBlank @Size(max = 5000)
                    String measure) {}

    @GET
    @RolesAllowed({OPERATOR, AGREEMENT_MANAGER, ACCOUNT_MANAGER, AUDITOR, ADMINISTRATOR, AGREEMENT_CONTACT})
    @Operation(summary = "List a customer's cases of fair use", description = "In order of opening. Rule XSV-045.")
    public RestResponse<List<Case>> list(@PathParam("id") UUID id) {
        var known = cases.current(FairUse.stream(tenant(id)));
        return reads.of(List.copyOf(known.state().cases().values()), known.version());
    }

    @POST
    @Operation(
            summary = "Open a case of abuse or needless load",
            description = "Misuse that the daily check of logins signals opens one by itself. Rule XSV-045.")
    public Response open(@PathParam("id") UUID id, @NotNull @Valid CaseForm request) {
        return done(id, at -> new OpenFairUseCase(request.caseId(), request.signal(), request.description(), at));
    }

    @POST
    @Path("/{caseId}/contacts")
    @Operation(
            summary = "Record a contact with the customer to find a solution",
            description = "Also that nobody was reached. Rule XSV-045.")
    public Response contact(
            @PathParam("id") UUID id, @PathParam("caseId") UUID caseId, @NotNull @Valid ContactForm request) {
        return done(
                id,
                at -> new RecordFairUseContact(
                        caseId, request.contactId(), request.reached(), request.outcome(), request.note(), at));
    }

    @POST
    @Path("/{caseId}/measures")
    @Operation(
            summary = "Take a measure",
            description = "If the customer could not be reached or no solution was found. Rule XSV-045.")
    public Response measure(
            @PathParam("id") UUID id, @PathParam("caseId") UUID caseId, @NotNull @Valid MeasureForm request) {
        return done(id, at -> new TakeFairUseMeasure(caseId, request.measureId(), request.measure(), at));
    }

    @POST
    @Path("/{caseId}/closing")
    @Operation(summary = "Close a case", description = "Solved, or with a measure. Rule XSV-045.")
    public Response close(@PathParam("id") UUID id, @PathParam("caseId") UUID caseId) {
        return done(id, at -> new CloseFairUseCase(caseId, at));
    }

    private Response done(UUID agreement, Function<Instant, FairUseCommand> command) {
        var tenant = tenant(agreement);
        var context = caller.context(tenant);
        return Answers.done(cases.handle(FairUse.stream(tenant), context, command.apply(context.occurredAt())));
    }

    private UUID tenant(UUID agreement) {
        return agreements.find(agreement).orElseThrow(ProblemException::notFound).tenantId;
    }
}
