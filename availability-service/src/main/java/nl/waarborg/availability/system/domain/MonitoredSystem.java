package nl.waarborg.availability.system.domain;

import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;

/** A system that monitors watch. */
public sealed interface MonitoredSystem {

    record Unknown() implements MonitoredSystem {}

    record Registered(MonitoredSystemRegistered as) implements MonitoredSystem {}
}
