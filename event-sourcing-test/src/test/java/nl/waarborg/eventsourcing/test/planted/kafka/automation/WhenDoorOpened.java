package nl.waarborg.eventsourcing.test.planted.kafka.automation;

import org.apache.kafka.clients.producer.ProducerRecord;

record WhenDoorOpened(ProducerRecord<String, String> message) {}
