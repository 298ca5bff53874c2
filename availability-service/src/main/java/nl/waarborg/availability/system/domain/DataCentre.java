package nl.waarborg.availability.system.domain;

import nl.waarborg.availability.system.domain.DataCentreEvent.DataCentreRegistered;

/** Where systems stand. */
public sealed interface DataCentre {

    record Unknown() implements DataCentre {}

    record Registered(DataCentreRegistered as) implements DataCentre {}
}
