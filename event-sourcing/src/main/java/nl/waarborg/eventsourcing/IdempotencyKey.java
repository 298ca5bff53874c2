package nl.waarborg.eventsourcing;

/**
 * A REST client's {@code Idempotency-Key}, unique per tenant and actor and kept for 7 days.
 *
 * @param bodyHash hash of method, path and body (hex); the same key with another body is refused
 */
public record IdempotencyKey(String key, String bodyHash) {}
