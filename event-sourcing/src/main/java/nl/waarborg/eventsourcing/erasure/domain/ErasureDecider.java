package nl.waarborg.eventsourcing.erasure.domain;

import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand.BeginErasure;
import nl.waarborg.eventsourcing.erasure.domain.ErasureCommand.RecordReadBack;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasureBegun;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.ErasurePostponed;
import nl.waarborg.eventsourcing.erasure.domain.ErasureEvent.TenantErased;

/** Begun once, looked at until nothing can be read, then erased for ever. */
public final class ErasureDecider implements Decider<ErasureCommand, Erasure, ErasureEvent> {

    @Override
    public Erasure initialState() {
        return new Erasure(null, false);
    }

    @Override
    public Decision<ErasureEvent> decide(ErasureCommand command, Erasure erasure) {
        var id = erasure.begun();
        return switch (command) {
            case BeginErasure begin ->
                id == null ? Decision.of(new ErasureBegun(begin.erasureId(), begin.confirmedAt())) : Decision.nothing();
            case RecordReadBack(var at, var readBack, var again) -> {
                if (id == null || erasure.erased()) {
                    yield Decision.nothing();
                }
                yield readBack.clean()
                        ? Decision.of(new TenantErased(id, at, readBack))
                        : Decision.of(new ErasurePostponed(id, readBack.posted(), readBack.readable(), again));
            }
        };
    }

    @Override
    public Erasure evolve(Erasure erasure, ErasureEvent event) {
        return switch (event) {
            case ErasureBegun begun -> new Erasure(begun.erasureId(), false);
            case ErasurePostponed _ -> erasure;
            case TenantErased erased -> new Erasure(erased.erasureId(), true);
        };
    }
}
