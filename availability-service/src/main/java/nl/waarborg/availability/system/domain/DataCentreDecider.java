package nl.waarborg.availability.system.domain;

import java.time.Instant;
import nl.waarborg.availability.system.domain.DataCentre.Registered;
import nl.waarborg.availability.system.domain.DataCentre.Unknown;
import nl.waarborg.availability.system.domain.DataCentreCommand.RegisterDataCentre;
import nl.waarborg.availability.system.domain.DataCentreEvent.DataCentreRegistered;
import nl.waarborg.eventsourcing.Decider;
import nl.waarborg.eventsourcing.Decision;

/** AVL-011. Registering again changes what is known; saying the same changes nothing. */
public final class DataCentreDecider implements Decider<DataCentreCommand, DataCentre, DataCentreEvent> {

    @Override
    public DataCentre initialState() {
        return new Unknown();
    }

    @Override
    public Decision<DataCentreEvent> decide(DataCentreCommand command, DataCentre dataCentre) {
        return switch (command) {
            case RegisterDataCentre c ->
                dataCentre instanceof Registered(var as) && as.equals(registered(c, as.at()))
                        ? Decision.nothing()
                        : Decision.of(registered(c, c.at()));
        };
    }

    private static DataCentreRegistered registered(RegisterDataCentre c, Instant at) {
        return new DataCentreRegistered(
                c.provider(), c.dataCentreId(), c.name(), c.location(), c.country(), c.networkAvailability(), at);
    }

    @Override
    public DataCentre evolve(DataCentre dataCentre, DataCentreEvent event) {
        return switch (event) {
            case DataCentreRegistered e -> new Registered(e);
        };
    }
}
