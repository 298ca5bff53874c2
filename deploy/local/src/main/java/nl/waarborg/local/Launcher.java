package nl.waarborg.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The commands {@code up}, {@code down}, {@code status}, {@code token} and {@code verify} of the script. */
public final class Launcher {

    private static final Logger OWN_LOG = Logger.getLogger("nl.waarborg");
    /** The issuer's, which warns of every connection that only asks whether the port is open. */
    private static final Logger HTTP_ENGINE_LOG = Logger.getLogger("mockwebserver3.MockWebServer");

    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final PrintStream out;
    private final Path root;

    Launcher(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var root = Path.of(System.getProperty("waarborg.root", "."));
        try {
            System.exit(new Launcher(root, System.out).run(Arrays.asList(arguments)));
        } catch (LocalPartException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    int run(List<String> arguments) {
        var options = new CommandLine(arguments);
        return switch (options.command()) {
            case "up" -> up(layout(options));
            case "supervise" -> supervise(layout(options));
            case "down" -> {
                options.taking(1);
                yield down();
            }
            case "status" -> {
                options.taking(1);
                yield status();
            }
            case "token" -> token(options.taking(3, "--provider", "--person", "--source", "--type", "--historic"));
            case "verify" -> verify(options.taking(2, "--event", "--provider"));
            case String other -> throw new LocalPartException("There is no command " + other);
        };
    }

    private Layout layout(CommandLine options) {
        return new Layout(root, options.taking(1, "--port-offset").number("--port-offset", 0));
    }

    private int up(Layout layout) {
        var running = SupervisorProcess.running(layout);
        if (running.isPresent()) {
            var there = running.get();
            var ready = new Progress(there.layout().run("progress"));
            out.println(ready.isReady() ? "Waarborg already runs." : "Waarborg is already starting.");
            return report(there.layout(), ready.follow(line -> {}, there::isAlive));
        }
        var begin = System.nanoTime();
        out.println("Starting Waarborg in " + layout.home());
        var progress = new Progress(layout.run("progress"));
        progress.begin();
        var supervisor = startSupervisor(layout);
        var ready = progress.follow(line -> out.println("  " + line), supervisor::isAlive);
        if (ready) {
            out.printf("Ready after %.1f s.%n%n", (System.nanoTime() - begin) / 1e9);
        }
        return report(layout, ready);
    }

    private int report(Layout layout, boolean ready) {
        if (!ready) {
            out.println("Waarborg did not start. What its parts said: ./waarborg logs");
            return 1;
        }
        out.print(layout.table());
        return 0;
    }

    /** In a session of its own, so that closing the terminal does not reach it. */
    private Process startSupervisor(Layout layout) {
        var command = new ArrayList<String>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT %4$s %5$s%6$s%n",
                "-Dwaarborg.root=" + layout.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "supervise",
                "--port-offset",
                Integer.toString(layout.portOffset())));
        var parts = System.getProperty("waarborg.parts");
        if (parts != null) {
            command.add(1 + 1, "-Dwaarborg.parts=" + parts);
        }
        try {
            var log = layout.log("launcher");
            Files.createDirectories(log.getParent());
            return new ProcessBuilder(command)
                    .directory(layout.root().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new LocalPartException(
                    "The supervisor could not be started; is setsid (package util-linux) installed?", e);
        }
    }

    private int supervise(Layout layout) {
        // The parts' libraries tell much; a person who reads this log looks for what the supervisor did.
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
        OWN_LOG.setLevel(Level.INFO);
        HTTP_ENGINE_LOG.setLevel(Level.SEVERE);
        new Supervisor(layout).run();
        return 0;
    }

    private int down() {
        var running = SupervisorProcess.running(new Layout(root, 0));
        if (running.isEmpty()) {
            out.println("Waarborg does not run.");
            return 0;
        }
        out.println("Stopping Waarborg");
        running.get().stop(STOP_LIMIT);
        out.println("Stopped. The data stay in " + running.get().layout().home());
        return 0;
    }

    private int status() {
        var running = SupervisorProcess.running(new Layout(root, 0));
        if (running.isEmpty()) {
            out.println("Waarborg does not run; start it with: ./waarborg up");
            return 1;
        }
        var layout = running.get().layout();
        var well = true;
        for (var port : layout.ports().entrySet()) {
            var answers = Ports.isListening(port.getKey());
            well &= answers;
            out.printf("%-28s %-6d %s%n", port.getValue(), port.getKey(), answers ? "answers" : "does not answer");
        }
        for (var service : layout.services()) {
            var ready = ServiceProcess.isReady(layout.address(service));
            well &= ready;
            out.printf("%-28s %-6s %s%n", service.module(), "", ready ? "is ready" : "is not ready");
        }
        return well ? 0 : 1;
    }

    private Layout running() {
        return SupervisorProcess.running(new Layout(root, 0))
                .map(SupervisorProcess::layout)
                .orElseThrow(() -> new LocalPartException("Waarborg does not run; start it with: ./waarborg up"));
    }

    private int verify(CommandLine options) {
        var layout = running();
        var name = options.word(1)
                .orElseThrow(() -> new LocalPartException("Which service? ./waarborg verify <service> [--event ID]"));
        var service = layout.services().stream()
                .filter(each -> each.module().equals(name) || each.module().equals(name + "-service"))
                .findFirst()
                .orElseThrow(() -> new LocalPartException("There is no service " + name));
        var auditor = Identity.of(Role.AUDITOR, options.one("--provider").orElse(Identity.PROVIDERS.getFirst()), null);
        var witness = new EvidenceWitness(
                layout.address(service),
                service.shortName(),
                OidcIssuer.token(layout.issuer(), auditor),
                layout.home().resolve("witness"),
                out);
        var holds = options.one("--event")
                .map(event -> witness.holds(CommandLine.uuid("--event", event)))
                .orElseGet(witness::everythingHolds);
        out.println(holds ? "Nothing was changed." : "This evidence does not hold.");
        return holds ? 0 : 1;
    }

    private int token(CommandLine options) {
        var layout = running();
        out.println(OidcIssuer.token(layout.issuer(), TokenOptions.identity(options, layout.demoTenants())));
        return 0;
    }
}
