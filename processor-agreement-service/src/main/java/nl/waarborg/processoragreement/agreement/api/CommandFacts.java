package nl.waarborg.processoragreement.agreement.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.agreement.domain.Agreement;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.CancelLicence;
import nl.waarborg.processoragreement.agreement.domain.AgreementCommand.TerminateAgreement;
import nl.waarborg.processoragreement.agreement.projection.AgreedTerms;
import nl.waarborg.processoragreement.agreement.projection.UnresolvedQuestions;
import nl.waarborg.processoragreement.subprocessor.projection.DisregardedObjections;
import nl.waarborg.publishedcalendars.PublishedCalendars;
import nl.waarborg.terms.calendar.CalendarId;
import nl.waarborg.terms.calendar.CalendarRefusal;
import org.jspecify.annotations.Nullable;

/** What the rules of a command need beside the agreement, as of its business time. */
@ApplicationScoped
public class CommandFacts {

    private final AgreedTerms terms;
    private final UnresolvedQuestions questions;
    private final DisregardedObjections objections;
    private final PublishedCalendars calendars;

    public CommandFacts(
            AgreedTerms terms,
            UnresolvedQuestions questions,
            DisregardedObjections objections,
            PublishedCalendars calendars) {
        this.terms = terms;
        this.questions = questions;
        this.objections = objections;
        this.calendars = calendars;
    }

    /** @param agreement as it is when the command is decided */
    TerminateAgreement terminate(UUID tenant, Requests.Termination request, Agreement agreement, Instant at) {
        var subprocessor = request.subprocessorId();
        return request.command(
                agreement,
                questions.slaVersions(tenant, at),
                subprocessor == null
                        ? null
                        : objections.since(tenant, subprocessor).orElse(null),
                at);
    }

    /** Whether terms may name a calendar. */
    boolean knows(CalendarId calendar) {
        return calendars.knows(calendar);
    }

    /**
     * A cancellation, answered.
     *
     * @throws ProblemException naming the date, if no holidays are published as far as that
     */
    static <T> T withinCalendar(Supplier<T> cancellation) {
        try {
            return cancellation.get();
        } catch (CalendarRefusal refusal) {
            throw ProblemException.invalidField("/statedDate", String.valueOf(refusal.getMessage()));
        }
    }

    /** @throws ProblemException 404 if there was no agreement at that time */
    CancelLicence cancelLicence(UUID tenant, @Nullable LocalDate statedDate, Instant receivedAt) {
        var agreed = terms.of(tenant).at(receivedAt).orElseThrow(ProblemException::notFound);
        return new CancelLicence(receivedAt, statedDate, agreed, calendars.supportHours(agreed, receivedAt));
    }
}
