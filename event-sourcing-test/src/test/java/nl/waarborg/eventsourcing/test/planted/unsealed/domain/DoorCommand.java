package nl.waarborg.eventsourcing.test.planted.unsealed.domain;

interface DoorCommand {}
