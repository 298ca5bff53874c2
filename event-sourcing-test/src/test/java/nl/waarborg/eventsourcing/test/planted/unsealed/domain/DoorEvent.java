package nl.waarborg.eventsourcing.test.planted.unsealed.domain;

sealed interface DoorEvent {

    final class Opened implements DoorEvent {}
}
