package nl.waarborg.processoragreement.agreement.projection;

import static nl.waarborg.processoragreement.agreement.domain.AgreementDecider.endOf;
import static nl.waarborg.processoragreement.agreement.domain.AgreementDecider.startOf;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.waarborg.eventsourcing.Deadline;
import nl.waarborg.eventsourcing.Deadlines;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementConcluded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementDocumentAttached;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementExtended;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementSigned;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.AgreementTerminated;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionChosen;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.ExitOptionExpired;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassEnded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchDetected;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassMismatchWithdrawn;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassStarted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.FirstClassSubscribed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.InvoiceRecorded;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancellationRefused;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceCancelled;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChangeRequested;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.LicenceChanged;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SeparateProcessorAgreementRegistered;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SlaVersionAdopted;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.SpecificTermAgreed;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TenantTermsPublished;
import nl.waarborg.processoragreement.agreement.domain.AgreementEvent.TerminationRefused;
import nl.waarborg.processoragreement.agreement.domain.TerminationScope;

/**
 * The local midnights at which something begins or ends. The key is the day; a deadline whose day was overtaken by another event is left
 * standing, since the rules answer it with nothing.
 */
public final class AgreementDeadlinesProjection implements Projection<AgreementEvent> {

    public static final String FIRST_CLASS_START = "first-class-start";
    public static final String FIRST_CLASS_END = "first-class-end";
    public static final String AGREEMENT_END = "agreement-end";
    public static final String EXIT_OPTION_END = "exit-option-end";

    @Override
    public String name() {
        return "agreement-deadlines";
    }

    @Override
    public Class<AgreementEvent> events() {
        return AgreementEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of();
    }

    @Override
    public void apply(List<RecordedEvent<AgreementEvent>> events, Connection connection) throws SQLException {
        var deadlines = new ArrayList<Deadline>();
        for (var recorded : events) {
            deadline(recorded).ifPresent(deadlines::add);
        }
        Deadlines.set(connection, deadlines);
    }

    private static Optional<Deadline> deadline(RecordedEvent<AgreementEvent> recorded) {
        return switch (recorded.event()) {
            case FirstClassSubscribed e -> at(recorded, FIRST_CLASS_START, e.startsOn(), startOf(e.startsOn()));
            case FirstClassCancelled e -> at(recorded, FIRST_CLASS_END, e.endsOn(), endOf(e.endsOn()));
            case AgreementTerminated e ->
                e.scope() == TerminationScope.WHOLE
                        ? at(recorded, AGREEMENT_END, e.endsOn(), endOf(e.endsOn()))
                        : Optional.empty();
            case ExitOptionChosen e ->
                e.until() == null ? Optional.empty() : at(recorded, EXIT_OPTION_END, e.until(), endOf(e.until()));
            case AgreementConcluded _,
                    TenantTermsPublished _,
                    FirstClassStarted _,
                    FirstClassEnded _,
                    LicenceChangeRequested _,
                    LicenceChanged _,
                    InvoiceRecorded _,
                    FirstClassMismatchDetected _,
                    FirstClassMismatchWithdrawn _,
                    ExitOptionExpired _,
                    AgreementExtended _,
                    TerminationRefused _,
                    LicenceCancelled _,
                    LicenceCancellationRefused _,
                    SlaVersionAdopted _,
                    SeparateProcessorAgreementRegistered _,
                    SpecificTermAgreed _,
                    AgreementSigned _,
                    AgreementDocumentAttached _,
                    AgreementEnded _ -> Optional.empty();
        };
    }

    private static Optional<Deadline> at(RecordedEvent<?> recorded, String kind, LocalDate day, Instant due) {
        return Optional.of(new Deadline(kind, recorded.stream(), day.toString(), recorded.tenant(), due));
    }
}
