package nl.waarborg.availability.maintenance.domain;

/**
 * A rule that an announcement breaks.
 *
 * @param rule such as {@code AVL-013}
 * @param text what is wrong, with the clause, for people
 */
public record Violation(String rule, RefusalReason reason, String text) {}
