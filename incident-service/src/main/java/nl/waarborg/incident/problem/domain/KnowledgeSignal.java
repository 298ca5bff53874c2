package nl.waarborg.incident.problem.domain;

import java.time.LocalDate;

/** Where the conversation with one customer stands. */
public sealed interface KnowledgeSignal {

    record Quiet() implements KnowledgeSignal {}

    record Raised(LocalDate through) implements KnowledgeSignal {}

    /** @param through last date of the period that the plan answers */
    record PlanAgreed(LocalDate through) implements KnowledgeSignal {}
}
