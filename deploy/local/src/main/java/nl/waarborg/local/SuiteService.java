package nl.waarborg.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The services of the suite, in the order in which they are shown; one without a module in this tree is left out. */
enum SuiteService {
    CONSOLE("console", 8080),
    INCIDENT("incident-service", 8081),
    AVAILABILITY("availability-service", 8082),
    BACKUP("backup-service", 8083),
    PROCESSOR_AGREEMENT("processor-agreement-service", 8084),
    PAYROLL_WORKFLOW("payroll-workflow-service", 8085);

    private final String module;
    private final int port;

    SuiteService(String module, int port) {
        this.module = module;
        this.port = port;
    }

    static List<SuiteService> in(Path root) {
        return List.of(values()).stream()
                .filter(service -> Files.exists(root.resolve(service.module).resolve("pom.xml")))
                .toList();
    }

    String module() {
        return module;
    }

    /** Before any offset. */
    int port() {
        return port;
    }

    /** Its database's name, and that of its secrets. */
    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its build makes to run. */
    Path program(Path root) {
        return root.resolve(module).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }
}
