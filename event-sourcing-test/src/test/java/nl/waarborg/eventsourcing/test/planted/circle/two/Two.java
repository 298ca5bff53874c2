package nl.waarborg.eventsourcing.test.planted.circle.two;

import nl.waarborg.eventsourcing.test.planted.circle.one.One;

public record Two(One one) {}
