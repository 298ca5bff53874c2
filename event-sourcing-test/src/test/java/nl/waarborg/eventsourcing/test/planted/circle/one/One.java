package nl.waarborg.eventsourcing.test.planted.circle.one;

import nl.waarborg.eventsourcing.test.planted.circle.two.Two;

public record One(Two two) {}
