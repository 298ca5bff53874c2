package nl.waarborg.availability.performance.domain;

/** @param linked whether the incident is about performance, as far as is known */
public record Complaint(boolean linked) {}
