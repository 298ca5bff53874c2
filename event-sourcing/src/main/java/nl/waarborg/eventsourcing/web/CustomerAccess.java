package nl.waarborg.eventsourcing.web;

import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.Rejection;

/** Whether a customer's people still have access; each service knows it of what it heard of the agreement. */
public interface CustomerAccess {

    /** Why they have none any more (XSV-014); empty if they have, and for a customer that is not known here. */
    Optional<Rejection> refusal(UUID tenant);
}
