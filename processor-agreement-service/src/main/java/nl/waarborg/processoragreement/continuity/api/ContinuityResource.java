package nl.waarborg.processoragreement.continuity.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.BOARD;
import static nl.waarborg.eventsourcing.web.Roles.ICT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.SECURITY_OFFICER;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.continuity.domain.Continuity;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.ArrangeContinuity;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.RecordContinuityEvent;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent;
import nl.waarborg.processoragreement.continuity.domain.ContinuityKind;
import nl.waarborg.processoragreement.continuity.projection.ContinuityView;
import nl.waarborg.processoragreement.continuity.projection.ContinuityView.ContinuityRow;
import nl.waarborg.processoragreement.subprocessor.VendorSettings;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.CalendarDays;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What goes on when the data centre or the vendor goes bankrupt. */
@Path("/api/v1/continuity-events")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(AGREEMENT_MANAGER)
@Tag(name = "Continuity", description = "Bankruptcies, until when services go on, and what was arranged")
public class ContinuityResource {

    private final CommandHandler<ContinuityCommand, Continuity, ContinuityEvent> commands;
    private final ContinuityView view;
    private final VendorSettings vendors;
    private final Caller caller;

    ContinuityResource(
            CommandHandler<ContinuityCommand, Continuity, ContinuityEvent> commands,
            ContinuityView view,
            VendorSettings vendors,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.vendors = vendors;
        this.caller = caller;
    }

    record EventForm(
            ContinuityKind kind,
            @Schema(description = "The organisation that went bankrupt", examples = "LeaseWeb Netherlands B.V.")
                    @NotBlank
                    @Size(max = 200)
                    String party,
            @Schema(description = "Day of the bankruptcy, Europe/Amsterdam", examples = "2026-03-31")
                    LocalDate occurredOn) {}

    record ArrangementForm(
            @Schema(description = "The continuity plan, or what was agreed with the trustee")
                    @NotBlank
                    @Size(max = 10_000)
                    String arrangement,
            LocalDate arrangedOn) {}

    record Recorded(UUID eventId) {}

    @GET
    @RolesAllowed({
        AGREEMENT_MANAGER,
        BOARD,
        ICT_MANAGER,
        SECURITY_OFFICER,
        AUDITOR,
        ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT
    })
    @Operation(
            summary = "List bankruptcies that concern the service",
            description = "Until when services go on, and what was arranged. Rule XSV-051.")
    public List<ContinuityRow> list() {
        return view.list();
    }

    @POST
    @Operation(
            summary = "Record a bankruptcy",
            description = "Of the data centre or the vendor; recording it again changes nothing. Rule XSV-051.")
    @APIResponse(
            responseCode = "201",
            description = "On record",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Recorded.class)))
    public Response record(@NotNull @Valid EventForm request) {
        var context = caller.context(StreamId.PLATFORM);
        var provider = caller.provider();
        var result = commands.handle(
                Continuity.stream(provider, request.kind(), request.party(), request.occurredOn()),
                context,
                new RecordContinuityEvent(
                        provider,
                        request.kind(),
                        request.party(),
                        request.occurredOn(),
                        continuesFor(provider),
                        day(context.occurredAt()),
                        context.occurredAt()));
        return Answers.created(
                result,
                URI.create("/api/v1/continuity-events"),
                new Recorded(result.stream().id()));
    }

    @POST
    @Path("/{id}/arrangement")
    @Operation(
            summary = "Record what was arranged",
            description = "A continuity plan with the data centre, or what the trustee agreed to. Rule XSV-051.")
    public Response arrange(@PathParam("id") UUID id, @NotNull @Valid ArrangementForm request) {
        if (view.find(id).isEmpty()) {
            throw ProblemException.notFound();
        }
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(commands.handle(
                new StreamId(Continuity.CATEGORY, id),
                context,
                new ArrangeContinuity(
                        request.arrangement(), request.arrangedOn(), day(context.occurredAt()), context.occurredAt())));
    }

    /** Of the vendor's standard agreement; null where it promises nothing. */
    private @Nullable Integer continuesFor(String provider) {
        var preset = vendors.presets().get(provider);
        return preset == null
                ? null
                : Terms.of(preset)
                        .value(TermKey.CONTINUITY_BANKRUPTCY, CalendarDays.class)
                        .map(CalendarDays::days)
                        .orElse(null);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(AgreedCalendars.ZONE).toLocalDate();
    }
}
