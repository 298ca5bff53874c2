package nl.waarborg.processoragreement.document.api;

import static nl.waarborg.eventsourcing.web.Roles.ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.AUTHORISED_CONTACT;
import static nl.waarborg.eventsourcing.web.Roles.FUNCTIONAL_ADMINISTRATOR;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_SUBMITTER;
import static nl.waarborg.eventsourcing.web.Roles.INCIDENT_VIEWER;
import static nl.waarborg.eventsourcing.web.Roles.PRIVACY_CONTACT;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.document.domain.AgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand.AnswerAgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionCommand.SubmitAgreementQuestion;
import nl.waarborg.processoragreement.document.domain.AgreementQuestionEvent;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsView;
import nl.waarborg.processoragreement.document.projection.StandardDocumentsView.Question;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions of customers about the standard agreement and the general terms (XSV-004, XSV-006). */
@Path("/api/v1/agreement-questions")
@Tag(name = "Questions about the agreement")
@RolesAllowed({
    AGREEMENT_MANAGER,
    ADMINISTRATOR,
    INCIDENT_SUBMITTER,
    INCIDENT_VIEWER,
    FUNCTIONAL_ADMINISTRATOR,
    AGREEMENT_CONTACT,
    AUTHORISED_CONTACT,
    PRIVACY_CONTACT
})
public class AgreementQuestionResource {

    private final CommandHandler<AgreementQuestionCommand, AgreementQuestion, AgreementQuestionEvent> commands;
    private final StandardDocumentsView view;
    private final Caller caller;

    AgreementQuestionResource(
            CommandHandler<AgreementQuestionCommand, AgreementQuestion, AgreementQuestionEvent> commands,
            StandardDocumentsView view,
            Caller caller) {
        this.commands = commands;
        this.view = view;
        this.caller = caller;
    }

    record QuestionForm(
            @Schema(description = "The announced change that it is about; none for any other subject") @Nullable @Min(2)
                    Integer slaVersion,
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 10_000) String text) {}

    record AnswerForm(
            @Schema(description = "NOT_RESOLVED: the customer may terminate in the last resort")
                    AgreementQuestion.Outcome outcome,
            @NotBlank @Size(max = 10_000) String answer) {}

    record Submitted(UUID questionId) {}

    @GET
    @Operation(summary = "List questions", description = "The newest first.")
    public Page<Question> list(@Valid @BeanParam PageQuery page) {
        return view.questions(page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a question and its answer")
    @APIResponse(
            responseCode = "200",
            description = "The question; ETag is its version",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Question.class)))
    public Response show(@PathParam("id") UUID id) {
        var question = seen(id);
        return Answers.read(question, question.version());
    }

    @POST
    @RolesAllowed({
        ADMINISTRATOR,
        INCIDENT_SUBMITTER,
        INCIDENT_VIEWER,
        FUNCTIONAL_ADMINISTRATOR,
        AGREEMENT_CONTACT,
        AUTHORISED_CONTACT,
        PRIVACY_CONTACT
    })
    @Operation(
            summary = "Ask about the agreement",
            description =
                    "Also about an announced change, which takes effect all the same. Rules XSV-004, XSV-006, OP-72.")
    @APIResponse(
            responseCode = "201",
            description = "The question",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Submitted.class)))
    public Response submit(@NotNull @Valid QuestionForm request) {
        if (request.slaVersion() != null
                && view.versions().stream().noneMatch(version -> version.slaVersion() == request.slaVersion())) {
            throw ProblemException.invalidField("/slaVersion", "is no announced version");
        }
        var context = caller.context(caller.tenant());
        var id = UuidCreator.getTimeOrderedEpoch();
        var result = commands.handle(
                AgreementQuestion.stream(id),
                context,
                new SubmitAgreementQuestion(
                        id,
                        request.slaVersion(),
                        request.subject(),
                        request.text(),
                        caller.person().orElse(null),
                        context.occurredAt()));
        var asked = result.stream().id();
        return Answers.created(result, URI.create("/api/v1/agreement-questions/" + asked), new Submitted(asked));
    }

    @POST
    @Path("/{id}/answer")
    @RolesAllowed(AGREEMENT_MANAGER)
    @Operation(summary = "Answer a question", description = "Rule XSV-004.")
    public Response answer(@PathParam("id") UUID id, @NotNull @Valid AnswerForm request) {
        var context = caller.context(seen(id).tenantId());
        return Answers.done(commands.handle(
                AgreementQuestion.stream(id),
                context,
                new AnswerAgreementQuestion(id, request.outcome(), request.answer(), context.occurredAt())));
    }

    private Question seen(UUID question) {
        return view.question(question).orElseThrow(ProblemException::notFound);
    }
}
