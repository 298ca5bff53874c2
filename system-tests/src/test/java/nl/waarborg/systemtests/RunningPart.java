package nl.waarborg.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be killed, told apart by the command line of its processes. */
enum RunningPart {
    INCIDENT_SERVICE("/incident-service/target/quarkus-app/quarkus-run.jar"),
    AVAILABILITY_SERVICE("/availability-service/target/quarkus-app/quarkus-run.jar"),
    KAFKA("\0kafka.Kafka\0"),
    /** The server itself; its backends go with it. */
    POSTGRESQL("/bin/postgres\0-D\0"),
    /** The server's processes that work for the writing side of incident-service. */
    INCIDENT_WRITERS("postgres: incident_writer ");

    private final String mark;

    RunningPart(String mark) {
        this.mark = mark;
    }

    boolean isRunBy(ProcessHandle process) {
        try {
            // Java itself does not tell arguments longer than a page.
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), ISO_8859_1)
                    .contains(mark);
        } catch (IOException e) {
            return false; // gone
        }
    }
}
