package nl.waarborg.processoragreement.document.domain;

/**
 * What a version of the standard agreement says otherwise than the one before.
 *
 * @param value in the written form of its kind, or ABSENT
 */
public record TermChange(String key, String value, String clause) {}
