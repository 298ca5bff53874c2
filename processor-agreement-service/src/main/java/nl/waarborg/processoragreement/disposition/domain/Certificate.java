package nl.waarborg.processoragreement.disposition.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import nl.waarborg.eventsourcing.Sha256;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ErasureConfirmed;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ServiceErased;
import nl.waarborg.processoragreement.disposition.domain.DispositionEvent.ThirdPartyDone;

/**
 * What is certified about an erasure. It names no person: it must be readable when nothing personal is any more.
 *
 * @param orderedAt UTC
 * @param preview what was confirmed
 * @param services in order of name
 * @param thirdParties that had confirmed when the order was given, in order of name
 */
public record Certificate(
        UUID erasureId,
        Instant orderedAt,
        String preview,
        String method,
        List<ServiceErased> services,
        List<ThirdPartyDone> thirdParties) {

    /** The key that protected the data is destroyed in every service; what it had protected was read back. */
    static final String METHOD = "CRYPTOGRAPHIC_ERASURE";

    public Certificate {
        services = List.copyOf(services);
        thirdParties = List.copyOf(thirdParties);
    }

    public static Certificate of(ErasureConfirmed order, Map<String, ServiceErased> answers) {
        return new Certificate(
                order.erasureId(),
                order.at(),
                order.preview(),
                METHOD,
                List.copyOf(answers.values()),
                order.thirdParties());
    }

    /** What the hash is taken of: a line for the order, one for each service, and one for each third party. Anybody can make it from the certificate. */
    public String text() {
        var lines = new StringJoiner("\n", "", "\n");
        lines.add("%s %s %s %s".formatted(erasureId, orderedAt, preview, method));
        for (var each : services) {
            lines.add("%s %s %d %d %d %d"
                    .formatted(
                            each.service(),
                            each.erasedAt(),
                            each.events(),
                            each.protectedValues(),
                            each.rows(),
                            each.published()));
        }
        for (var each : thirdParties) {
            lines.add("third-party %s %s".formatted(each.confirmedAt(), each.thirdParty()));
        }
        return lines.toString();
    }

    /** In hexadecimal digits. */
    public String sha256() {
        return Sha256.hex(text());
    }
}
