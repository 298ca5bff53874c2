package nl.waarborg.availability.patch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Optional;
import nl.waarborg.availability.patch.api.PostedPatches;
import nl.waarborg.availability.patch.domain.Patch;
import nl.waarborg.availability.patch.domain.PatchCommand;
import nl.waarborg.availability.patch.domain.PatchDecider;
import nl.waarborg.availability.patch.domain.PatchEvent;
import nl.waarborg.availability.patch.projection.PatchesProjection;
import nl.waarborg.availability.patch.publication.PublishedPatch;
import nl.waarborg.availability.patch.storage.PatchEventTypes;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.EventTypes;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.PublishedEvent;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.service.Aggregate;
import nl.waarborg.eventsourcing.service.CommandHandlers;

/** Patches (AVL-016 to AVL-018, OP-31). */
@ApplicationScoped
class PatchAggregate implements Aggregate {

    private final PostedPatches posted;

    PatchAggregate(PostedPatches posted) {
        this.posted = posted;
    }

    @Produces
    @ApplicationScoped
    static CommandHandler<PatchCommand, Patch, PatchEvent> patches(CommandHandlers handlers) {
        return handlers.of(new PatchDecider(), PatchEventTypes.PATCH_EVENTS);
    }

    @Override
    public List<EventTypes<?>> eventTypes() {
        return List.of(PatchEventTypes.PATCH_EVENTS);
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(new PatchesProjection());
    }

    @Override
    public Optional<PublishedEvent> publish(RecordedEvent<?> recorded) {
        return recorded.event() instanceof PatchEvent event ? PublishedPatch.from(event) : Optional.empty();
    }

    @Override
    public List<PostedType<?>> postedTypes() {
        return posted.types();
    }
}
