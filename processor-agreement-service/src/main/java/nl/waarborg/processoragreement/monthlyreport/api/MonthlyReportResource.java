package nl.waarborg.processoragreement.monthlyreport.api;

import static nl.waarborg.eventsourcing.web.Roles.ACCOUNT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUDITOR;
import static nl.waarborg.eventsourcing.web.Roles.FIRST_CLASS_AGENT;
import static nl.waarborg.eventsourcing.web.Roles.SERVICE_MANAGER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementDecider;
import nl.waarborg.processoragreement.agreement.projection.Agreements;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;
import nl.waarborg.processoragreement.monthlyreport.projection.PromisedReports;
import nl.waarborg.processoragreement.monthlyreport.projection.SlaReportsView;
import nl.waarborg.processoragreement.monthlyreport.projection.SlaReportsView.Listed;
import nl.waarborg.processoragreement.monthlyreport.rendering.Language;
import nl.waarborg.processoragreement.monthlyreport.rendering.ReportForms;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The monthly service reports in a First Class customer's file (XSV-029, XSV-030). */
@Path("/api/v1/tenants/{tenantId}/monthly-reports")
@Tag(name = "Monthly reports")
@RolesAllowed({
    ADMINISTRATOR,
    AGREEMENT_CONTACT,
    FIRST_CLASS_AGENT,
    SERVICE_MANAGER,
    AGREEMENT_MANAGER,
    ACCOUNT_MANAGER,
    AUDITOR
})
public class MonthlyReportResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv";
    private static final int MONTHS_LOOKED_BACK = 12;

    private final SlaReportsView reports;
    private final PromisedReports promised;
    private final Agreements agreements;
    private final PublishedCalendars calendars;
    private final ReportForms forms;
    private final Caller caller;
    private final InstantSource clock;
    private final int workingDays;

    MonthlyReportResource(
            SlaReportsView reports,
            PromisedReports promised,
            Agreements agreements,
            PublishedCalendars calendars,
            ReportForms forms,
            Caller caller,
            InstantSource clock,
            @ConfigProperty(name = "waarborg.monthly-reports.overdue-after-working-days", defaultValue = "5")
                    int workingDays) {
        this.reports = reports;
        this.promised = promised;
        this.agreements = agreements;
        this.calendars = calendars;
        this.forms = forms;
        this.caller = caller;
        this.clock = clock;
        this.workingDays = workingDays;
    }

    record Awaited(
            @Schema(examples = "2026-03") YearMonth month,
            @Schema(description = "Working day of the support calendar after which it is overdue") LocalDate expectedBy,
            boolean overdue) {}

    record File(
            List<Listed> reports,
            @Schema(description = "Months of the past year whose report is promised and not yet there")
                    List<Awaited> awaited) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Operation(
            summary = "List the monthly reports in the customer's file",
            description = "Every version of each, the newest first; and what is still to come. Rule XSV-029, OP-84.")
    public File list(@PathParam("tenantId") UUID id) {
        var tenant = caller.seen(id);
        var listed = reports.listed(tenant);
        return new File(listed, awaited(tenant, listed));
    }

    private List<Awaited> awaited(UUID tenant, List<Listed> listed) {
        var today = AgreementDecider.dayOf(clock.instant());
        var running = YearMonth.from(today);
        var made = listed.stream().map(Listed::month).collect(Collectors.toSet());
        var first = promised.firstMonth(tenant)
                .filter(running.minusMonths(MONTHS_LOOKED_BACK)::isBefore)
                .orElse(running.minusMonths(MONTHS_LOOKED_BACK));
        return Stream.iterate(first, month -> month.isBefore(running), month -> month.plusMonths(1))
                .filter(month -> !made.contains(month)
                        && !promised.sections(tenant, month).isEmpty())
                .flatMap(month ->
                        expectedBy(tenant, month).stream().map(day -> new Awaited(month, day, today.isAfter(day))))
                .toList();
    }

    private Optional<LocalDate> expectedBy(UUID tenant, YearMonth month) {
        return promised.agreed(tenant, month).map(terms -> calendars
                .supportHours(terms, clock.instant())
                .nthWorkingDay(month.atEndOfMonth(), workingDays));
    }

    @GET
    @Path("/{month}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, PDF, XLSX, CSV, Problem.MEDIA_TYPE})
    @Operation(
            summary = "Read a monthly report",
            description =
                    "As JSON, HTML, PDF, XLSX or CSV by the header Accept; with charts in HTML and PDF. Rules XSV-029,"
                            + " XSV-030.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SlaReportPublished.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = PDF, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = XLSX, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response show(
            @PathParam("tenantId") UUID id,
            @PathParam("month") @Parameter(description = "Local month", example = "2026-03") String month,
            @QueryParam("version") @Parameter(description = "The latest, if absent") @Min(1) @Nullable Integer version,
            @QueryParam("lang") @Parameter(description = "nl or en; nl, if absent") @Nullable String lang,
            @Context Request request) {
        var tenant = caller.seen(id);
        var language = Language.of(lang == null ? Language.NL.code() : lang)
                .orElseThrow(() -> ProblemException.invalidField("/lang", "must be nl or en"));
        var report = reports.report(tenant, parse(month), version).orElseThrow(ProblemException::notFound);
        var customer = agreements.find(Agreement.stream(tenant).id()).orElseThrow(ProblemException::notFound).name;
        var name = "sla-report-" + report.month() + "-v" + report.reportVersion() + "-" + language.code();
        return switch (form(request)) {
            case MediaType.TEXT_HTML ->
                answer(forms.html(report, customer, language), MediaType.TEXT_HTML + ";charset=UTF-8", language)
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .build();
            case PDF -> file(forms.pdf(report, customer, language), PDF, name + ".pdf", language);
            case XLSX -> file(forms.xlsx(report, customer, language), XLSX, name + ".xlsx", language);
            case CSV -> file(forms.csv(report, customer, language), CSV + ";charset=UTF-8", name + ".csv", language);
            default ->
                Response.ok(report, MediaType.APPLICATION_JSON)
                        .header("Vary", "Accept")
                        .build();
        };
    }

    private static String form(Request request) {
        var chosen = request.selectVariant(Variant.mediaTypes(
                        MediaType.APPLICATION_JSON_TYPE,
                        MediaType.TEXT_HTML_TYPE,
                        MediaType.valueOf(PDF),
                        MediaType.valueOf(XLSX),
                        MediaType.valueOf(CSV))
                .build());
        if (chosen == null) {
            throw new NotAcceptableException();
        }
        return chosen.getMediaType().getType() + '/' + chosen.getMediaType().getSubtype();
    }

    private static Response file(byte[] content, String mediaType, String name, Language language) {
        return answer(content, mediaType, language)
                .header("Content-Disposition", "attachment; filename=\"" + name + '"')
                .build();
    }

    private static Response.ResponseBuilder answer(byte[] content, String mediaType, Language language) {
        return Response.ok(content, mediaType)
                .header("Content-Language", language.code())
                .header("Vary", "Accept")
                .header("X-Content-Type-Options", "nosniff");
    }

    private static YearMonth parse(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException e) {
            throw ProblemException.invalidField("/month", "a month is written as 2026-03");
        }
    }
}
