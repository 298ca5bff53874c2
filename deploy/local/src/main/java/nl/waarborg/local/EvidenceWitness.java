package nl.waarborg.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import nl.waarborg.evidence.Checkpoint;
import nl.waarborg.evidence.EventContent;
import nl.waarborg.evidence.EventProof;
import nl.waarborg.evidence.Hash;
import nl.waarborg.evidence.Proofs;
import nl.waarborg.evidence.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks a service's evidence with the key and the checkpoint that it was shown before and kept. That the log only grew, and that an event
 * asked for is in it, it finds by its own arithmetic; the comparison of everything stored with the log it leaves to the service, whose word
 * it takes for that.
 */
final class EvidenceWitness {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private static final Duration NO_PROGRESS = Duration.ofMinutes(2);

    private final URI service;
    private final String token;
    private final Path keptKey;
    private final Path keptCheckpoint;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();

    /**
     * @param token of an auditor
     * @param kept directory of what this witness was shown before, by the service's name
     */
    EvidenceWitness(URI service, String name, String token, Path kept, PrintStream out) {
        this.service = service;
        this.token = token;
        this.keptKey = kept.resolve(name + ".key");
        this.keptCheckpoint = kept.resolve(name + ".checkpoint");
        this.out = out;
    }

    /** Whether the log only grew since the last look, and every stored event is what was recorded. */
    boolean everythingHolds() {
        var key = key();
        if (key.isEmpty()
                || !onlyGrew(
                        key.get(), get("/api/v1/audit/checkpoint").path("note").asText())) {
            return false;
        }
        var run = post("/api/v1/audit/verifications");
        var stuck = 0;
        while (run.path("endedAt").isMissingNode()) {
            var checked = run.path("checked").asLong();
            out.printf("\r%d of %d events compared", checked, run.path("size").asLong());
            pause();
            run = get("/api/v1/audit/verifications/" + run.path("id").asText());
            stuck = run.path("checked").asLong() == checked ? stuck + 1 : 0;
            if (stuck * LOOK_AGAIN.toMillis() > NO_PROGRESS.toMillis()) {
                out.printf("%nThe comparison came to a halt; ask again, and it begins anew.%n");
                return false;
            }
        }
        out.printf(
                "\r%d of %d events compared%n",
                run.path("checked").asLong(), run.path("size").asLong());
        for (var finding : run.path("findings")) {
            out.printf(
                    "Event %s: %s%n",
                    finding.has("stream")
                            ? finding.path("stream").asText() + " version "
                                    + finding.path("version").asText()
                            : finding.has("leaf")
                                    ? "of leaf " + finding.path("leaf").asText()
                                    : "of somebody else",
                    switch (finding.path("kind").asText()) {
                        case "MISSING" -> "was taken away";
                        case "ADDED" -> "was not recorded by the service";
                        default -> "was changed after it was recorded";
                    });
        }
        if (!run.path("rootHolds").asBoolean()) {
            out.println("The leaves are not those that were signed. "
                    + run.path("failure").asText());
        }
        return run.path("rootHolds").asBoolean() && run.path("findings").isEmpty();
    }

    /** Whether the event is stored as it was recorded. */
    boolean holds(UUID event) {
        var key = key();
        if (key.isEmpty()) {
            return false;
        }
        var proof = proof(get("/api/v1/audit/proof?event=" + event));
        if (!onlyGrew(key.get(), proof.checkpoint())) {
            return false;
        }
        var objection = proof.event().id().equals(event)
                ? proof.objection(key.get())
                : Optional.of("the proof is that of another event");
        out.println(objection.orElseGet(() -> "The event is stored as it was recorded, as %s %s at %s."
                .formatted(
                        proof.event().category(),
                        proof.event().type(),
                        proof.event().recordedAt())));
        return objection.isEmpty();
    }

    /** The service's key; empty if it is not the one that was kept. */
    private Optional<VerifierKey> key() {
        var shown = get("/api/v1/audit/key").path("verifierKey").asText();
        var kept = read(keptKey);
        if (kept == null) {
            write(keptKey, shown);
            out.println("Keeping the service's key, to know it again: " + keptKey);
        } else if (!kept.equals(shown)) {
            out.printf("The service shows another key than before.%n  kept:  %s%n  shown: %s%n", kept, shown);
            return Optional.empty();
        }
        return Optional.of(VerifierKey.parse(shown));
    }

    private boolean onlyGrew(VerifierKey key, String note) {
        var shown = Checkpoint.open(note, key);
        if (shown.isEmpty()) {
            out.println("The checkpoint is not signed by " + key.name());
            return false;
        }
        var now = shown.get();
        var kept = read(keptCheckpoint);
        if (kept != null) {
            var before = Checkpoint.open(kept, key)
                    .orElseThrow(() -> new LocalPartException(keptCheckpoint + " is no checkpoint of this service"));
            if (before.size() > now.size() || !follows(before, now)) {
                out.printf("The log of %d events does not begin with the %d of before.%n", now.size(), before.size());
                return false;
            }
            out.printf("The log of %d events begins with the %d of before.%n", now.size(), before.size());
        }
        write(keptCheckpoint, note);
        return true;
    }

    private boolean follows(Checkpoint before, Checkpoint now) {
        var path = get("/api/v1/audit/consistency?from=%d&to=%d".formatted(before.size(), now.size()));
        return Proofs.extend(before.size(), before.root(), now.size(), now.root(), hashes(path.path("path")));
    }

    private static EventProof proof(JsonNode proof) {
        var event = proof.path("event");
        return new EventProof(
                new EventContent(
                        uuid(event, "stream"),
                        event.path("version").asInt(),
                        uuid(event, "id"),
                        event.path("category").asText(),
                        event.path("type").asText(),
                        event.path("schemaVersion").asInt(),
                        uuid(event, "tenant"),
                        Instant.parse(event.path("occurredAt").asText()),
                        Instant.parse(event.path("recordedAt").asText()),
                        event.path("payload").asText(),
                        event.path("metadata").asText()),
                proof.path("index").asLong(),
                hashes(proof.path("path")),
                proof.path("checkpoint").asText());
    }

    private static UUID uuid(JsonNode event, String field) {
        return UUID.fromString(event.path(field).asText());
    }

    private static List<Hash> hashes(JsonNode path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(hash -> Hash.parse(hash.asText()))
                .toList();
    }

    private JsonNode get(String path) {
        return send(request(path).GET());
    }

    private JsonNode post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            var body = json.readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new LocalPartException("The service answers %d: %s %s"
                        .formatted(
                                answer.statusCode(),
                                body.path("title").asText(),
                                body.path("detail").asText()));
            }
            return body;
        } catch (IOException e) {
            throw new LocalPartException("The service does not answer at " + service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalPartException("Interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalPartException("Interrupted", e);
        }
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
