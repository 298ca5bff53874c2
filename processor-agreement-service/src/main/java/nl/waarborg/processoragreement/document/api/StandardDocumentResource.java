package nl.waarborg.processoragreement.document.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_SUBMITTER;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_VIEWER;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.SUPPORT_AGENT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem.FieldError;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Reading;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.AnnounceSlaChange;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.PublishSlaVersion;
import nl.waarborg.processoragreement.document.domain.StandardDocumentCommand.RegisterRecognisedModel;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent;
import nl.waarborg.processoragreement.document.domain.StandardDocumentEvent.SlaChangeAnnounced;
import nl.waarborg.processoragreement.document.domain.StandardDocuments;
import nl.waarborg.processoragreement.document.domain.TermChange;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsView;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsView.Document;
import nl.waarborg.processoragreement.web.Documents;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.UnacceptableTerms;
import nl.waarborg.terms.calendar.CalendarId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the vendor offers to all its customers: versions of its standard agreement, recognised models. */
@Path("/api/v1")
@Tag(name = "Standard documents")
@RolesAllowed({
    AGREEMENT_MANAGER,
    SERVICE_MANAGER,
    ACCOUNT_MANAGER,
    SUPPORT_AGENT,
    AUDITOR,
    ADMINISTRATOR,
    INCIDENT_SUBMITTER,
    INCIDENT_VIEWER,
    FUNCTIONAL_ADMINISTRATOR,
    AGREEMENT_CONTACT,
    AUTHORISED_CONTACT,
    PRIVACY_CONTACT
})
public class StandardDocumentResource {

    private final CommandHandler<StandardDocumentCommand, StandardDocuments, StandardDocumentEvent> commands;
    private final StandardDocumentsView view;
    private final PublishedCalendars calendars;
    private final Caller caller;
    private final InstantSource clock;

    StandardDocumentResource(
            CommandHandler<StandardDocumentCommand, StandardDocuments, StandardDocumentEvent> commands,
            StandardDocumentsView view,
            PublishedCalendars calendars,
            Caller caller,
            InstantSource clock) {
        this.commands = commands;
        this.view = view;
        this.calendars = calendars;
        this.caller = caller;
        this.clock = clock;
    }

    record ChangeForm(
            @Schema(examples = "priority.P3.response") @NotBlank @Size(max = 100) String key,
            @Schema(description = "In written form, or ABSENT", examples = "4 WORKING_DAYS") @NotBlank @Size(max = 2000)
                    String value,
            @Schema(description = "The clause of the new version", examples = "§2.2.3 tab. 10")
                    @NotBlank
                    @Size(max = 200)
                    String clause) {}

    record Announcement(
            @Schema(examples = "Service Overeenkomst juli 2026") @NotBlank @Size(max = 200) String title,
            @Schema(description = "What changes, for customers to read") @NotBlank @Size(max = 10_000) String summary,
            @Schema(description = "First day of the new version, after today", examples = "2026-07-01")
                    LocalDate effectiveFrom,
            @Schema(description = "The change follows from a change of law") boolean statutory,
            @NotNull @Size(max = 200) List<@Valid ChangeForm> changes) {}

    record Announced(@Schema(examples = "2") int slaVersion) {}

    record Publication(
            @Schema(description = "application/pdf, text/plain, text/markdown or text/html", examples = "text/plain")
                    String mediaType,
            @Schema(description = "The document as Base64, at most 700,000 characters", examples = "QXJ0aWtlbCAx")
                    @NotBlank
                    @Size(max = 700_000)
                    String content) {}

    record ModelForm(
            @NotBlank @Size(max = 200) String name,
            @Schema(examples = "december 2022") @NotBlank @Size(max = 50) String modelVersion,
            @Schema(description = "Who uses it", examples = "care") @NotBlank @Size(max = 100) String sector,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 200) @Pattern(regexp = "\\V*") String> annexes) {}

    record Versions(
            @Schema(description = "The newest first") List<StandardDocumentsView.Version> versions,
            @Schema(description = "How many were published in each calendar year; compare sla.changeFrequency")
                    List<StandardDocumentsView.Year> perYear) {}

    @GET
    @Path("/sla-versions")
    @Operation(
            summary = "Announced and published versions of the standard agreement",
            description =
                    "The notices of changes on the portal, and how often the agreement changed. Rules XSV-002, XSV-003, XSV-007.")
    public Versions versions() {
        return new Versions(view.versions(), view.perYear());
    }

    @POST
    @Path("/sla-versions")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Announce a change of the standard agreement",
            description =
                    "It begins on a later day. Customers see it on the portal; those whose terms promise a newsletter get a mail. Rules XSV-003, XSV-007, OP-75.")
    @APIResponse(
            responseCode = "201",
            description = "The version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Announced.class)))
    public Response announce(@NotNull @Valid Announcement request) {
        var provider = caller.provider();
        var changes = changes(request.changes(), calendars::knows);
        var context = caller.context(StreamId.PLATFORM);
        var result = Answers.accepted(commands.handle(
                StandardDocuments.stream(provider),
                context,
                new AnnounceSlaChange(
                        provider,
                        request.title(),
                        request.summary(),
                        request.effectiveFrom(),
                        request.statutory(),
                        changes,
                        context.occurredAt())));
        var version = result.events().stream()
                .map(recorded -> recorded.event())
                .filter(SlaChangeAnnounced.class::isInstance)
                .map(SlaChangeAnnounced.class::cast)
                .mapToInt(SlaChangeAnnounced::slaVersion)
                .findFirst()
                .orElseThrow(IllegalStateException::new);
        return Answers.created(
                result, URI.create("/api/v1/sla-versions/" + version + "/document"), new Announced(version));
    }

    @POST
    @Path("/sla-versions/{version}/publication")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(
            summary = "Publish an announced version with its document",
            description =
                    "From its day on it holds for every customer; what was agreed with one of them goes before it. Rules XSV-002, XSV-004, XSV-007, OP-72.")
    public Response publish(@PathParam("version") int version, @NotNull @Valid Publication request) {
        var provider = caller.provider();
        var hash = Documents.sha256(request.mediaType(), request.content());
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(commands.handle(
                StandardDocuments.stream(provider),
                context,
                new PublishSlaVersion(
                        provider, version, request.mediaType(), request.content(), hash, context.occurredAt())));
    }

    @GET
    @Path("/sla-versions/{version}/document")
    @Operation(summary = "Download a published version", description = "Rule XSV-006.")
    @APIResponse(
            responseCode = "200",
            description = "The document, in the media type in which it was published",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING)))
    public Response document(@PathParam("version") int version) {
        return view.document(version).map(StandardDocumentResource::download).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/current-sla/document")
    @Operation(
            summary = "Download the version that holds today",
            description = "The latest published one whose day has come. Rule XSV-006.")
    @APIResponse(
            responseCode = "200",
            description = "The document, in the media type in which it was published",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING)))
    public Response current() {
        return view.current(LocalDate.ofInstant(clock.instant(), AgreedCalendars.ZONE))
                .map(StandardDocumentResource::download)
                .orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/sla-versions/{version}/notices")
    @RolesAllowed({AGREEMENT_MANAGER, AUDITOR})
    @Operation(
            summary = "List which customers were mailed the change",
            description = "By tenant; no recipients means that no contact could be reached. Rule XSV-003.")
    public Page<StandardDocumentsView.Notice> notices(
            @PathParam("version") int version, @Valid @BeanParam PageQuery page) {
        return view.notices(version, page);
    }

    @GET
    @Path("/recognised-models")
    @Operation(summary = "List the recognised models of processor agreements", description = "Rule PRA-003.")
    public List<StandardDocumentsView.Model> models() {
        return view.models();
    }

    @PUT
    @Path("/recognised-models/{code}")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(summary = "Register a recognised model, or its changed data", description = "Rule PRA-003.")
    public Response register(@PathParam("code") String code, @NotNull @Valid ModelForm request) {
        if (!code.matches("[A-Z][A-Z0-9_]{1,49}")) {
            throw ProblemException.invalidField("/code", "must be a code such as BOZ_2022");
        }
        var provider = caller.provider();
        CommandContext context = caller.context(StreamId.PLATFORM);
        return Answers.done(commands.handle(
                StandardDocuments.stream(provider),
                context,
                new RegisterRecognisedModel(
                        provider, code, request.name(), request.modelVersion(), request.sector(), request.annexes())));
    }

    private static Response download(Document document) {
        return Documents.download(
                document.mediaType(),
                Base64.getDecoder().decode(document.base64()),
                "sla-version-" + document.slaVersion());
    }

    private static List<TermChange> changes(List<ChangeForm> forms, Predicate<CalendarId> calendars) {
        var changes = new ArrayList<TermChange>();
        var errors = new ArrayList<FieldError>();
        for (var i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            try {
                var read = Deviation.read(form.key(), form.value(), form.clause(), Origin.SLA_VERSION);
                var pointer = "/changes/" + i + "/value";
                Reading.noCalendar(read, calendars)
                        .or(() -> Reading.expected(read).map(expected -> "takes " + expected))
                        .ifPresent(problem -> errors.add(new FieldError(pointer, problem)));
                changes.add(new TermChange(form.key(), read.form(), form.clause()));
            } catch (UnacceptableTerms e) {
                errors.add(new FieldError(
                        "/changes/" + i + (TermKey.of(form.key()).isPresent() ? "/value" : "/key"),
                        String.join("; ", Map.copyOf(e.problems()).values())));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidFields(errors);
        }
        return changes;
    }
}
