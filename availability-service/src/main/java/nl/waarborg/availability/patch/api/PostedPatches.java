package nl.waarborg.availability.patch.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.waarborg.availability.patch.api.Patches.Installation;
import nl.waarborg.availability.patch.storage.PatchEventTypes;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.inbound.OfPlatform;
import nl.waarborg.eventsourcing.inbound.PostedType;
import org.jspecify.annotations.Nullable;

/** What build servers and installers post about patches. */
@ApplicationScoped
public class PostedPatches {

    private static final String PREFIX = "nl.waarborg.availability.";

    private final Patches patches;

    public PostedPatches(Patches patches) {
        this.patches = patches;
    }

    private interface OfPatch extends OfPlatform {
        UUID patchId();
    }

    public record RecordPatchTestV1(@NotBlank String provider, UUID patchId, UUID testRunId, boolean passed)
            implements OfPatch {}

    public record PublishPatchNotesV1(@NotBlank String provider, UUID patchId, @NotBlank @Size(max = 2000) String url)
            implements OfPatch {}

    public record InstallPatchV1(
            @NotBlank String provider,
            UUID patchId,
            UUID environmentId,
            @Nullable UUID tenant,
            @NotEmpty Set<Component> components,
            Instant startedAt,
            Instant installedAt,
            @Nullable Instant unavailableFrom,
            @Min(0) int unavailableSeconds)
            implements OfPatch {}

    @FunctionalInterface
    private interface Run<D> {
        CommandResult<?> run(CommandContext context, D data);
    }

    public List<PostedType<?>> types() {
        return List.of(
                type(
                        "record-patch-test.v1",
                        RecordPatchTestV1.class,
                        (context, d) -> patches.test(context, d.provider(), d.patchId(), d.testRunId(), d.passed())),
                type(
                        "publish-patch-notes.v1",
                        PublishPatchNotesV1.class,
                        (context, d) -> patches.notes(context, d.provider(), d.patchId(), d.url())),
                type(
                        "install-patch.v1",
                        InstallPatchV1.class,
                        (context, d) -> patches.install(
                                context,
                                new Installation(
                                        d.provider(),
                                        d.patchId(),
                                        d.environmentId(),
                                        d.tenant(),
                                        d.components(),
                                        d.startedAt(),
                                        d.installedAt(),
                                        d.unavailableFrom(),
                                        d.unavailableSeconds()))));
    }

    private static <D extends Record & OfPatch> PostedType<D> type(String name, Class<D> data, Run<D> run) {
        return PostedType.of(
                PREFIX + name,
                data,
                (platform, posted) -> PatchEventTypes.stream(posted.provider(), posted.patchId()),
                (stream, context, posted) -> run.run(context, posted));
    }
}
