package nl.waarborg.eventsourcing;

/**
 * Why a rule forbids a command.
 *
 * @param rule the catalogue's rule id, such as {@code INC-031}
 * @param code a stable name in kebab case that clients may rely on, such as {@code first-class-only}
 * @param message one English sentence for the person who asked; without personal data
 */
public record Rejection(String rule, String code, String message) {}
