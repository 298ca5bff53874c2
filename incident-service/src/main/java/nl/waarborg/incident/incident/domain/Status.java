package nl.waarborg.incident.incident.domain;

import nl.waarborg.terms.clock.Waiting.Party;

/** The statuses of an incident (OP-16); the documents name the two final ones. */
public enum Status {
    SUBMITTED,
    IN_PROGRESS,
    WAITING_FOR_CUSTOMER,
    WAITING_FOR_THIRD_PARTY,
    WORKAROUND_PROVIDED,
    /** Afgehandeld. */
    HANDLED,
    /** Vervallen. */
    LAPSED;

    public boolean isFinal() {
        return switch (this) {
            case HANDLED, LAPSED -> true;
            case SUBMITTED, IN_PROGRESS, WAITING_FOR_CUSTOMER, WAITING_FOR_THIRD_PARTY, WORKAROUND_PROVIDED -> false;
        };
    }

    public boolean isWaiting() {
        return this == WAITING_FOR_CUSTOMER || this == WAITING_FOR_THIRD_PARTY;
    }

    static Status waitingFor(Party party) {
        return switch (party) {
            case CUSTOMER -> WAITING_FOR_CUSTOMER;
            case THIRD_PARTY -> WAITING_FOR_THIRD_PARTY;
        };
    }
}
