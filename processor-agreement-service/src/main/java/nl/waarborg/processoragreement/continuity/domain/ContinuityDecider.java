package nl.waarborg.processoragreement.continuity.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.processoragreement.continuity.domain.Continuity.Known;
import nl.waarborg.processoragreement.continuity.domain.Continuity.Unknown;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.ArrangeContinuity;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.NoticeEndingPeriod;
import nl.waarborg.processoragreement.continuity.domain.ContinuityCommand.RecordContinuityEvent;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityArranged;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityEventRecorded;
import nl.waarborg.processoragreement.continuity.domain.ContinuityEvent.ContinuityPeriodEnding;

/** A bankruptcy is on record, with the day until which services go on and what was arranged (XSV-051). */
public final class ContinuityDecider implements Decider<ContinuityCommand, Continuity, ContinuityEvent> {

    private static final String RULE = "XSV-051";

    @Override
    public Continuity initialState() {
        return new Unknown();
    }

    @Override
    public Decision<ContinuityEvent> decide(ContinuityCommand command, Continuity continuity) {
        return switch (command) {
            case RecordContinuityEvent c -> record(c, continuity);
            case ArrangeContinuity c -> arrange(c, continuity);
            case NoticeEndingPeriod c ->
                continuity instanceof Known known
                                && c.endsOn().equals(known.event().continuesThrough())
                                && !known.reminded()
                                && known.arranged() == null
                        ? Decision.of(new ContinuityPeriodEnding(known.event().eventId(), c.endsOn()))
                        : Decision.nothing();
        };
    }

    private static Decision<ContinuityEvent> record(RecordContinuityEvent c, Continuity continuity) {
        if (continuity instanceof Known) {
            return Decision.nothing();
        }
        if (c.occurredOn().isAfter(c.today())) {
            return Decision.reject(RULE, "not-happened-yet", "A bankruptcy is recorded once it was declared.");
        }
        var stream = Continuity.stream(c.provider(), c.kind(), c.party(), c.occurredOn());
        var days = c.kind() == ContinuityKind.VENDOR_BANKRUPTCY ? c.continuesFor() : null;
        return Decision.of(new ContinuityEventRecorded(
                stream.id(),
                c.provider(),
                c.kind(),
                c.party(),
                c.occurredOn(),
                days == null ? null : c.occurredOn().plusDays(days),
                c.at()));
    }

    private static Decision<ContinuityEvent> arrange(ArrangeContinuity c, Continuity continuity) {
        if (!(continuity instanceof Known known)) {
            return Decision.reject(RULE, "no-such-event", "There is no such bankruptcy on record.");
        }
        if (c.arrangedOn().isAfter(c.today())
                || c.arrangedOn().isBefore(known.event().occurredOn())) {
            return Decision.reject(
                    RULE, "impossible-day", "It is arranged between the bankruptcy and the day it is recorded.");
        }
        var before = known.arranged();
        if (before != null) {
            return before.arrangement().equals(c.arrangement())
                            && before.arrangedOn().equals(c.arrangedOn())
                    ? Decision.nothing()
                    : Decision.reject(RULE, "already-arranged", "Something else was arranged before.");
        }
        return Decision.of(new ContinuityArranged(known.event().eventId(), c.arrangement(), c.arrangedOn(), c.at()));
    }

    @Override
    public Continuity evolve(Continuity continuity, ContinuityEvent event) {
        if (event instanceof ContinuityEventRecorded e) {
            return new Known(e, false, null);
        }
        if (!(continuity instanceof Known known)) {
            return continuity;
        }
        return switch (event) {
            case ContinuityEventRecorded _ -> known;
            case ContinuityPeriodEnding _ -> new Known(known.event(), true, known.arranged());
            case ContinuityArranged e -> new Known(known.event(), known.reminded(), e);
        };
    }
}
