package nl.waarborg.processoragreement.partner.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.CONSULTANT;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.partner.domain.Partner;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RecordExpertReference;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RegisterPartner;
import nl.waarborg.processoragreement.partner.domain.PartnerCommand.RemovePartner;
import nl.waarborg.processoragreement.partner.domain.PartnerEvent;
import nl.waarborg.processoragreement.partner.domain.PartnerKind;
import nl.waarborg.processoragreement.partner.projection.PartnersView;
import nl.waarborg.processoragreement.partner.projection.PartnersView.PartnerRow;
import nl.waarborg.terms.AgreedCalendars;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The register of partners. */
@Path("/api/v1/partners")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(AGREEMENT_MANAGER)
@Tag(
        name = "Partners",
        description = "With whom customers make their own arrangements; the vendor earns and answers for nothing there")
public class PartnerResource {

    private final CommandHandler<PartnerCommand, Partner, PartnerEvent> commands;
    private final PartnersView view;
    private final Caller caller;
    private final InstantSource clock;

    PartnerResource(
            CommandHandler<PartnerCommand, Partner, PartnerEvent> commands,
            PartnersView view,
            Caller caller,
            InstantSource clock) {
        this.commands = commands;
        this.view = view;
        this.caller = caller;
        this.clock = clock;
    }

    record PartnerForm(
            PartnerKind kind,
            @Schema(description = "An organisation", examples = "Example Couplings B.V.") @NotBlank @Size(max = 200)
                    String name,
            @Nullable @Pattern(regexp = "https?://\\S{1,490}", message = "must be a web address") String website,
            @Schema(description = "Last day of the latest test; an expert and a coupling need one") @Nullable
                    LocalDate testedOn,
            @Schema(description = "Day of the latest security check; a coupling needs one") @Nullable
                    LocalDate securityCheckedOn) {}

    record ReferenceForm(
            @Schema(examples = "2026") @Min(2000) @Max(2999) int year, @NotBlank @Size(max = 2000) String reference) {}

    record Listed(UUID partnerId) {}

    @GET
    @RolesAllowed({
        AGREEMENT_MANAGER,
        ACCOUNT_MANAGER,
        CONSULTANT,
        SUPPORT_AGENT,
        ADMINISTRATOR,
        FUNCTIONAL_ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(summary = "List partners", description = "With the references of experts. Rule XSV-053.")
    public List<PartnerRow> list() {
        return view.list(day(clock.instant()));
    }

    @POST
    @Operation(
            summary = "List a partner, or renew it",
            description = "Experts need a test, couplings a test and a security check. Rule XSV-053.")
    @APIResponse(
            responseCode = "201",
            description = "It is listed",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Listed.class)))
    public Response register(@NotNull @Valid PartnerForm request) {
        var context = caller.context(StreamId.PLATFORM);
        var provider = caller.provider();
        var stream = Partner.stream(provider, request.kind(), request.name());
        var result = commands.handle(
                stream,
                context,
                new RegisterPartner(
                        provider,
                        request.kind(),
                        request.name(),
                        request.website(),
                        request.testedOn(),
                        request.securityCheckedOn(),
                        day(context.occurredAt()),
                        context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/partners"), new Listed(stream.id()));
    }

    @POST
    @Path("/{id}/references")
    @Operation(summary = "Record a customer's reference of an expert", description = "Of a year. Rule XSV-053.")
    public Response refer(@PathParam("id") UUID id, @NotNull @Valid ReferenceForm request) {
        existing(id);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(commands.handle(
                new StreamId(Partner.CATEGORY, id),
                context,
                new RecordExpertReference(
                        Year.of(request.year()),
                        request.reference(),
                        day(context.occurredAt()),
                        context.occurredAt())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Take a partner off the list", description = "Rule XSV-053.")
    public Response remove(@PathParam("id") UUID id) {
        existing(id);
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(
                commands.handle(new StreamId(Partner.CATEGORY, id), context, new RemovePartner(context.occurredAt())));
    }

    private void existing(UUID id) {
        if (list().stream().noneMatch(partner -> partner.partnerId().equals(id))) {
            throw ProblemException.notFound();
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(AgreedCalendars.ZONE).toLocalDate();
    }
}
