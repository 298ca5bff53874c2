package nl.waarborg.eventsourcing.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.StoredEvent;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.evidence.EvidenceVerification.Finding;
import nl.waarborg.eventsourcing.evidence.EvidenceVerification.Kind;
import nl.waarborg.eventsourcing.evidence.EvidenceVerification.Run;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.eventsourcing.web.ProblemKind;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.evidence.EventContent;
import nl.waarborg.evidence.EventProof;
import nl.waarborg.evidence.Hash;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Evidence for whoever does not want to trust this service: checkpoints, proofs, and a verification of everything stored. */
@Path("/api/v1/audit")
@Tag(name = "Audit", description = "Evidence that stored events are what was recorded (RFC 9162)")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@RolesAllowed({Roles.AUDITOR, Roles.SECURITY_OFFICER, Roles.ADMINISTRATOR, Roles.PRIVACY_CONTACT})
class AuditResource {

    private final EvidenceLog log;
    private final EvidenceVerification verification;
    private final Caller caller;

    AuditResource(EvidenceLog log, EvidenceVerification verification, Caller caller) {
        this.log = log;
        this.verification = verification;
        this.caller = caller;
    }

    /** @param verifierKey to be kept where this service cannot change it */
    record Key(String verifierKey) {}

    /** @param note the checkpoint as it was signed: name of the log, leaves, root, signature */
    record SignedCheckpoint(long size, Instant signedAt, String note) {

        static SignedCheckpoint of(EvidenceLog.Signed signed) {
            return new SignedCheckpoint(signed.size(), signed.signedAt(), signed.note());
        }
    }

    /** @param path hashes in Base64, as RFC 9162 orders them */
    record Consistency(long from, long to, List<String> path) {}

    /**
     * @param event as it is stored now; personal data in it are ciphertext
     * @param path from the leaf to the root, hashes in Base64, the nearest first
     * @param objection what does not hold, by the service's own check; check it yourself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proof(EventContent event, long index, List<String> path, String checkpoint, @Nullable String objection) {

        static Proof of(EventProof proof, @Nullable String objection) {
            return new Proof(
                    proof.event(),
                    proof.index(),
                    proof.path().stream().map(Hash::toString).toList(),
                    proof.checkpoint(),
                    objection);
        }
    }

    /** @param checked leaves so far, of {@code size} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verification(
            UUID id,
            Instant startedAt,
            long size,
            long checked,
            @Nullable Instant endedAt,
            @Nullable Boolean rootHolds,
            @Nullable String failure,
            @Nullable List<Found> findings) {

        static Verification of(Run run, @Nullable List<Found> findings) {
            return new Verification(
                    run.id(),
                    run.startedAt(),
                    run.size(),
                    run.checked(),
                    run.endedAt(),
                    run.rootHolds(),
                    run.failure(),
                    findings);
        }
    }

    /**
     * @param leaf absent for an event that has none
     * @param stream with its version, if the caller may see whose event it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(
            @Nullable Long leaf,
            Kind kind,
            @Nullable UUID tenantId,
            @Nullable UUID stream,
            @Nullable Integer version) {}

    @GET
    @Path("/key")
    @RunOnVirtualThread
    @Operation(
            summary = "Show the key that checkpoints are signed with",
            description = "An Ed25519 verifier key. Keep it: a checkpoint that another key signed is none of this log.")
    public Key key() {
        return new Key(log.verifier().toString());
    }

    @GET
    @Path("/checkpoint")
    @RunOnVirtualThread
    @Operation(
            summary = "Show the latest signed checkpoint",
            description = "Keep it: every later one must be consistent with it. 404 as long as nothing was recorded.")
    public SignedCheckpoint checkpoint() {
        return log.latest().map(SignedCheckpoint::of).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/consistency")
    @RunOnVirtualThread
    @Operation(
            summary = "Prove that the log only grew",
            description =
                    "Between the sizes of two checkpoints: the later tree begins with the whole of the earlier one.")
    public Consistency consistency(@QueryParam("from") @Nullable Long from, @QueryParam("to") @Nullable Long to) {
        if (from == null || to == null || from <= 0 || from > to) {
            throw new ProblemException(
                    ProblemKind.INVALID_REQUEST, "from and to are sizes of checkpoints, 0 < from <= to");
        }
        try {
            return new Consistency(
                    from,
                    to,
                    log.consistency(from, to).stream().map(Hash::toString).toList());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemKind.INVALID_REQUEST, Objects.requireNonNull(e.getMessage()));
        }
    }

    @GET
    @Path("/proof")
    @RunOnVirtualThread
    @Operation(
            summary = "Prove that an event is stored as it was recorded",
            description =
                    "By the event's id, or by its stream and version. 503 for some seconds after it was recorded, until the relay has come to it.")
    public Proof proof(
            @QueryParam("event") @Nullable UUID event,
            @QueryParam("stream") @Nullable UUID stream,
            @QueryParam("version") @Nullable Integer version) {
        var stored = stored(event, stream, version)
                .filter(found -> caller.sees(found.tenant()))
                .filter(found -> !found.tenant().equals(StreamId.PLATFORM) || ownPlatform(found.streamId()))
                .orElseThrow(ProblemException::notFound);
        var proof = log.proof(stored)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.UNAVAILABLE, "the event has no leaf yet; it gets one within seconds"));
        return Proof.of(proof, proof.objection(log.verifier()).orElse(null));
    }

    @POST
    @Path("/verifications")
    @RunOnVirtualThread
    @RolesAllowed({Roles.AUDITOR, Roles.SECURITY_OFFICER})
    @Operation(
            summary = "Compare everything stored with the evidence",
            description = "Goes on by itself; ask for it again to see how far it is and what it found.")
    public Response verify() {
        caller.context(StreamId.PLATFORM);
        var id = verification
                .start()
                .orElseThrow(() -> new ProblemException(ProblemKind.INVALID_REQUEST, "nothing was recorded yet"));
        return Response.created(URI.create("/api/v1/audit/verifications/" + id))
                .entity(verification(id))
                .build();
    }

    @GET
    @Path("/verifications")
    @RunOnVirtualThread
    @RolesAllowed({Roles.AUDITOR, Roles.SECURITY_OFFICER})
    @Operation(summary = "List the latest verifications", description = "The latest first, twenty at most.")
    public List<Verification> verifications() {
        return verification.runs().stream()
                .map(run -> Verification.of(run, null))
                .toList();
    }

    @GET
    @Path("/verifications/{id}")
    @RunOnVirtualThread
    @RolesAllowed({Roles.AUDITOR, Roles.SECURITY_OFFICER})
    @Operation(
            summary = "Show a verification",
            description =
                    "How far it is, whether the leaves are those that were signed, and every event that is not what was recorded.")
    public Verification verification(@PathParam("id") UUID id) {
        var run = verification.find(id).orElseThrow(ProblemException::notFound);
        return Verification.of(
                run, verification.findings(id).stream().map(this::found).toList());
    }

    private boolean ownPlatform(UUID stream) {
        return log.provider(stream).filter(caller.provider()::equals).isPresent();
    }

    private Found found(Finding finding) {
        var tenant = finding.tenant();
        return tenant != null && caller.sees(tenant)
                ? new Found(finding.leaf(), finding.kind(), tenant, finding.stream(), finding.version())
                : new Found(finding.leaf(), finding.kind(), null, null, null);
    }

    private Optional<StoredEvent> stored(@Nullable UUID event, @Nullable UUID stream, @Nullable Integer version) {
        if (event != null && stream == null && version == null) {
            return log.find(event);
        }
        if (event == null && stream != null && version != null) {
            return log.find(stream, version);
        }
        throw new ProblemException(ProblemKind.INVALID_REQUEST, "ask by event, or by stream and version");
    }
}
