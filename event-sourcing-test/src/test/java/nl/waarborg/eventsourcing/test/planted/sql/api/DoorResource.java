package nl.waarborg.eventsourcing.test.planted.sql.api;

import java.sql.Connection;

record DoorResource(Connection connection) {}
