package nl.waarborg.processoragreement.measure.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.BOARD;
import static nl.waarborg.eventsourcing.web.Roles.ICT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.measure.domain.Measure;
import nl.waarborg.processoragreement.measure.domain.MeasureCategory;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.ChangeSecurityMeasure;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.EvaluateSecurityMeasure;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.RegisterCertificate;
import nl.waarborg.processoragreement.measure.domain.MeasureCommand.RegisterSecurityMeasure;
import nl.waarborg.processoragreement.measure.domain.MeasureEvent;
import nl.waarborg.processoragreement.measure.projection.MeasuresView;
import nl.waarborg.processoragreement.measure.projection.MeasuresView.CertificateRow;
import nl.waarborg.processoragreement.measure.projection.MeasuresView.MeasureRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Security measures and certificates, shown on the portal. */
@Path("/api/v1")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(SECURITY_OFFICER)
@Tag(name = "Measures", description = "Measures a to k with their evaluations; certificates with their last day")
public class MeasureResource {

    private final CommandHandler<MeasureCommand, Measure, MeasureEvent> commands;
    private final MeasuresView view;
    private final Caller caller;

    MeasureResource(CommandHandler<MeasureCommand, Measure, MeasureEvent> commands, MeasuresView view, Caller caller) {
        this.commands = commands;
        this.view = view;
        this.caller = caller;
    }

    record MeasureForm(MeasureCategory category, @NotBlank @Size(max = 2000) String description) {}

    record Evaluation(boolean sufficient, @NotBlank @Size(max = 2000) String result) {}

    record Change(@NotBlank @Size(max = 2000) String description, @NotBlank @Size(max = 2000) String reason) {}

    record CertificateForm(
            @Schema(examples = "ISO 27001") @NotBlank @Size(max = 100) String standard,
            @Schema(examples = "AFAS Software B.V.") @NotBlank @Size(max = 200) String holder,
            @Schema(description = "Last day; absent: without an end") @Nullable LocalDate validTo,
            @Schema(description = "Where it can be read") @Nullable @Size(min = 1, max = 500) String document) {}

    record Registered(UUID measureId) {}

    @GET
    @Path("/security-measures")
    @RolesAllowed({
        SECURITY_OFFICER,
        AUDITOR,
        BOARD,
        ICT_MANAGER,
        AGREEMENT_MANAGER,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(
            summary = "List security measures",
            description = "From a to k, each with its last evaluation. Rule PRA-032.")
    public List<MeasureRow> measures() {
        return view.measures();
    }

    @POST
    @Path("/security-measures")
    @Operation(summary = "Register a security measure", description = "Rule PRA-032.")
    @APIResponse(
            responseCode = "201",
            description = "It is in the register",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Registered.class)))
    public Response register(@NotNull @Valid MeasureForm request) {
        var context = caller.context(StreamId.PLATFORM);
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                Measure.stream(id),
                context,
                new RegisterSecurityMeasure(
                        id, caller.provider(), request.category(), request.description(), context.occurredAt()));
        var registered = result.stream().id();
        return Answers.created(
                result, URI.create("/api/v1/security-measures/" + registered), new Registered(registered));
    }

    @POST
    @Path("/security-measures/{id}/evaluations")
    @Operation(summary = "Evaluate a security measure", description = "Rule PRA-033.")
    public Response evaluate(@PathParam("id") UUID id, @NotNull @Valid Evaluation request) {
        existing(id);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(commands.handle(
                Measure.stream(id),
                context,
                new EvaluateSecurityMeasure(request.sufficient(), request.result(), context.occurredAt())));
    }

    @POST
    @Path("/security-measures/{id}/changes")
    @Operation(summary = "Tighten, supplement or improve a security measure", description = "Rule PRA-033.")
    public Response change(@PathParam("id") UUID id, @NotNull @Valid Change request) {
        existing(id);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(commands.handle(
                Measure.stream(id),
                context,
                new ChangeSecurityMeasure(request.description(), request.reason(), context.occurredAt())));
    }

    @GET
    @Path("/certificates")
    @RolesAllowed({
        SECURITY_OFFICER,
        AUDITOR,
        BOARD,
        ICT_MANAGER,
        AGREEMENT_MANAGER,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        PRIVACY_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "List certificates", description = "And which of them expire soon. Rules PRA-034, XSV-048.")
    public List<CertificateRow> certificates() {
        return view.certificates();
    }

    @POST
    @Path("/certificates")
    @Operation(
            summary = "Register or renew a certificate",
            description = "A holder has one of a standard; the same again renews it. Rules PRA-034, XSV-048.")
    public Response certify(@NotNull @Valid CertificateForm request) {
        var context = caller.context(StreamId.PLATFORM);
        var stream = Measure.certificate(caller.provider(), request.standard(), request.holder());
        return Answers.done(commands.handle(
                stream,
                context,
                new RegisterCertificate(
                        stream.id(),
                        caller.provider(),
                        request.standard(),
                        request.holder(),
                        request.validTo(),
                        request.document(),
                        context.occurredAt())));
    }

    private void existing(UUID id) {
        if (view.measure(id).isEmpty()) {
            throw ProblemException.notFound();
        }
    }
}
