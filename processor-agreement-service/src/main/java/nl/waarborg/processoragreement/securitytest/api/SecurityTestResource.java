package nl.waarborg.processoragreement.securitytest.api;

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
import jakarta.validation.constraints.Pattern;
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
import java.time.Period;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.PublishSecurityTestResult;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestCommand.RecordSecurityTest;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTestEvent;
import nl.waarborg.processoragreement.securitytest.domain.SecurityTests;
import nl.waarborg.processoragreement.securitytest.domain.TestKind;
import nl.waarborg.processoragreement.securitytest.projection.SecurityTestsView;
import nl.waarborg.processoragreement.securitytest.projection.SecurityTestsView.Overview;
import nl.waarborg.processoragreement.subprocessor.VendorSettings;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.CalendarPeriod;
import nl.waarborg.terms.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Security tests; their results are shown on the portal. */
@Path("/api/v1/security-tests")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed(SECURITY_OFFICER)
@Tag(name = "Security tests", description = "Automated, and by an external party as often as promised")
public class SecurityTestResource {

    private final CommandHandler<SecurityTestCommand, SecurityTests, SecurityTestEvent> commands;
    private final SecurityTestsView view;
    private final VendorSettings vendors;
    private final Caller caller;

    SecurityTestResource(
            CommandHandler<SecurityTestCommand, SecurityTests, SecurityTestEvent> commands,
            SecurityTestsView view,
            VendorSettings vendors,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.vendors = vendors;
        this.caller = caller;
    }

    record TestForm(
            TestKind kind,
            @Schema(description = "Who tested; a penetration test needs one", examples = "Example Pentests B.V.")
                    @Nullable
                    @Size(min = 1, max = 200)
                    String externalParty,
            @Schema(description = "Version of the software that was tested", examples = "Profit 12")
                    @NotBlank
                    @Size(max = 100)
                    String version,
            @Schema(description = "Last day of the test, Europe/Amsterdam", examples = "2026-03-31")
                    LocalDate testedOn) {}

    record ResultForm(
            @Schema(description = "Where customers read it", examples = "https://portal.example/pentest-2026.pdf")
                    @Pattern(regexp = "https://\\S{1,990}", message = "must be an https address")
                    String url) {}

    record Recorded(UUID testId) {}

    @GET
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
            summary = "List security tests",
            description =
                    "The latest first, and when the next is due; customers see those with a result. Rule XSV-047.")
    public Overview list() {
        return view.overview(caller.vendor());
    }

    @POST
    @Operation(
            summary = "Record a security test",
            description =
                    "A penetration test is done by an external party; the next is due by the terms. Rule XSV-047.")
    @APIResponse(
            responseCode = "201",
            description = "On record; its result is to be published",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Recorded.class)))
    public Response record(@NotNull @Valid TestForm request) {
        var context = caller.context(StreamId.PLATFORM);
        var id = UuidCreator.getTimeOrderedEpoch();
        var provider = caller.provider();
        var result = commands.handle(
                SecurityTests.stream(provider),
                context,
                new RecordSecurityTest(
                        id,
                        provider,
                        request.kind(),
                        request.externalParty(),
                        request.version(),
                        request.testedOn(),
                        every(provider),
                        day(context.occurredAt()),
                        context.occurredAt()));
        return Answers.created(result, URI.create("/api/v1/security-tests"), new Recorded(id));
    }

    @POST
    @Path("/{id}/result")
    @Operation(summary = "Publish the result of a security test", description = "On the portal. Rule XSV-047.")
    public Response publish(@PathParam("id") UUID id, @NotNull @Valid ResultForm request) {
        if (view.overview(true).tests().stream().noneMatch(test -> test.testId().equals(id))) {
            throw ProblemException.notFound();
        }
        var context = caller.context(StreamId.PLATFORM);
        return Answers.done(commands.handle(
                SecurityTests.stream(caller.provider()),
                context,
                new PublishSecurityTestResult(id, caller.provider(), request.url(), context.occurredAt())));
    }

    /** Of the vendor's standard agreement; null where it promises no test. */
    private @Nullable Period every(String provider) {
        var preset = vendors.presets().get(provider);
        return preset == null
                ? null
                : Terms.of(preset)
                        .value(TermKey.SECURITY_TEST_EVERY, CalendarPeriod.class)
                        .map(CalendarPeriod::period)
                        .orElse(null);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(AgreedCalendars.ZONE).toLocalDate();
    }
}
