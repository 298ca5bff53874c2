package nl.waarborg.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One service of the suite in a JVM of its own. */
final class ServiceProcess implements Part {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final ChildProcess process;

    private ServiceProcess(ChildProcess process) {
        this.process = process;
    }

    /** Returns when the service says that it is ready. */
    static ServiceProcess start(SuiteService service, Layout layout, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-jar", service.program(layout.root()).toString()));
        var process = ChildProcess.start(new ChildProcess.Start(
                service.module(), command, environment, layout.log(service.module()), "TERM", new RunAs.SameUser()));
        process.awaitReady(START_LIMIT, () -> isReady(layout.address(service)));
        return new ServiceProcess(process);
    }

    /** Whether the service at this address says that it is ready for requests. */
    static boolean isReady(URI address) {
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalPartException("Interrupted while waiting for a service", e);
        }
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop(Duration.ofSeconds(20));
    }
}
