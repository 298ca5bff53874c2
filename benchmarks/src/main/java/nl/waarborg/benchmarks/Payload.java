package nl.waarborg.benchmarks;

import java.util.UUID;

/** The event that every contender stores: about 400 bytes of JSON. */
record Payload(UUID incident, String channel, String title, String description, int priority) {

    static final UUID TENANT = UUID.fromString("0190f3a0-0000-7000-8000-000000000001");

    static final Payload SAMPLE = new Payload(
            UUID.fromString("0190f3a0-0000-7000-8000-000000000002"),
            "PORTAL",
            "Salary run stops at employee 1043",
            "The run of this month stops at one employee with a message on a missing end date. ".repeat(3),
            2);

    static final String JSON =
            """
            {"incident":"%s","channel":"%s","title":"%s","description":"%s","priority":%d}"""
                    .formatted(SAMPLE.incident, SAMPLE.channel, SAMPLE.title, SAMPLE.description, SAMPLE.priority);
}
