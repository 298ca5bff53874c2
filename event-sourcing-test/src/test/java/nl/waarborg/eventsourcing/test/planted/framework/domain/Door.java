package nl.waarborg.eventsourcing.test.planted.framework.domain;

import java.net.http.HttpClient;

record Door(HttpClient client) {}
