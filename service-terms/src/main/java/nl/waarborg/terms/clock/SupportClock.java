package nl.waarborg.terms.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.waarborg.terms.PausePolicy;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.calendar.OpeningHours;
import nl.waarborg.terms.calendar.Slice;

/**
 * One clock of an incident with everything that explains its deadline.
 *
 * @param term the term that sets the deadline, with key, value and clause
 * @param rule the catalogue's rule, such as {@code INC-036}
 * @param deadline the gross deadline: the last moment that is in time, without regard to waiting
 * @param netDeadline the deadline moved by the waiting; empty while waiting
 * @param target what the vendor aims at before the deadline, where the readings name it (OP-13)
 * @param warnsAt when staff is warned, empty where no warning is agreed or while waiting moves the deadline
 * @param policy whether the net deadline is the promise or only shown
 * @param hours the hours that the clock follows; its calendar has id and version
 * @param termsVersion the version of the terms with which the clock was computed
 */
public record SupportClock(
        ClockKind kind,
        Term term,
        String rule,
        Instant startsAt,
        Instant deadline,
        Optional<Instant> netDeadline,
        Optional<Instant> target,
        Optional<Instant> warnsAt,
        PausePolicy policy,
        PauseLedger ledger,
        OpeningHours hours,
        int termsVersion) {

    /** The deadline by which kept or missed is decided; empty while it is not running. */
    public Optional<Instant> promisedBy() {
        return policy == PausePolicy.NONE ? Optional.of(deadline) : netDeadline;
    }

    SupportClock aimingAt(Instant moment) {
        return new SupportClock(
                kind,
                term,
                rule,
                startsAt,
                deadline,
                netDeadline,
                Optional.of(moment),
                warnsAt,
                policy,
                ledger,
                hours,
                termsVersion);
    }

    /** Every open, closed and paused stretch from the start to the last of the deadlines, with its reason. */
    public List<Slice> slices() {
        var promised = promisedBy().orElse(deadline);
        return ledger.slices(hours, startsAt, promised.isAfter(deadline) ? promised : deadline, policy);
    }
}
