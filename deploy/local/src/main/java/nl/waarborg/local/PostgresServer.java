package nl.waarborg.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL 18 server on the loopback interface with logical decoding and scram passwords; as root it runs as
 * {@code nobody}. Starting it on a directory that has data continues with them, also after a crash.
 */
public final class PostgresServer implements Part {

    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Settings settings;
    private final int port;
    private final String password;
    private final ChildProcess process;

    private PostgresServer(Settings settings, int port, String password, ChildProcess process) {
        this.settings = settings;
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /**
     * @param directory holds the data ({@code data}), and belongs to this server alone
     * @param log the file that the server's messages are appended to
     * @param port 0 for any free one
     * @param durable false turns fsync off: faster, and only for tests in which no machine crashes
     */
    public record Settings(Path directory, Path log, int port, boolean durable, Secrets secrets) {

        /** Everything below one directory, on a free port. */
        public static Settings in(Path directory) {
            return new Settings(
                    directory, directory.resolve("postgres.log"), 0, true, new Secrets(directory.resolve("secrets")));
        }

        public Settings notDurable() {
            return new Settings(directory, log, port, false, secrets);
        }

        public Settings onPort(int other) {
            return new Settings(directory, log, other, durable, secrets);
        }

        private Path data() {
            return directory.toAbsolutePath().resolve("postgres").resolve("data");
        }
    }

    /** Returns when the server answers queries. Throws {@link LocalPartException} with the end of its log if it does not. */
    public static PostgresServer start(Settings settings) {
        try {
            var home = Files.createDirectories(settings.data().getParent());
            var user = RunAs.notRoot(home);
            user.own(home);
            var programs = PackedFiles.postgres().resolve("bin");
            var password = settings.secrets().password("postgres-superuser");
            if (!Files.exists(settings.data())) {
                initialise(settings, programs, user, password);
            }
            endLeftOver(settings.data());
            var port = Ports.orFree(settings.port());
            Files.writeString(settings.data().resolve("postgresql.conf"), configuration(port, settings.durable()));
            var process = ChildProcess.start(new ChildProcess.Start(
                    "PostgreSQL",
                    List.of(
                            programs.resolve("postgres").toString(),
                            "-D",
                            settings.data().toString()),
                    Map.of("LC_ALL", "C"),
                    settings.log(),
                    "INT",
                    user));
            var server = new PostgresServer(settings, port, password, process);
            process.awaitReady(START_LIMIT, server::answers);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + settings.directory(), e);
        }
    }

    private static void initialise(Settings settings, Path programs, RunAs user, String password) throws IOException {
        // Beside and renamed, so that an interrupted initdb is never taken for a database.
        var beside = settings.data().resolveSibling("data.new");
        PackedFiles.delete(beside);
        var passwordFile = Files.writeString(settings.data().resolveSibling("password"), password);
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("r--------"));
        user.own(passwordFile);
        try {
            var initdb = ChildProcess.start(new ChildProcess.Start(
                    "initdb",
                    List.of(
                            programs.resolve("initdb").toString(),
                            "--pgdata=" + beside,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-instructions",
                            settings.durable() ? "--sync-method=fsync" : "--no-sync"),
                    Map.of("LC_ALL", "C"),
                    settings.log(),
                    "KILL",
                    user));
            if (!initdb.awaitEnd(START_LIMIT) || initdb.process().exitValue() != 0) {
                initdb.kill();
                throw new LocalPartException("initdb failed:\n" + initdb.endOfLog());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(beside, settings.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String configuration(int port, boolean durable) {
        var onOrOff = durable ? "on" : "off";
        return """
                # Written at every start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'
                shared_buffers = '128MB'
                jit = off
                wal_level = logical
                max_replication_slots = 20
                max_wal_senders = 20
                max_slot_wal_keep_size = '2GB'
                max_wal_size = '1GB'
                fsync = %s
                full_page_writes = %s
                synchronous_commit = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                # Statements carry personal data; no log holds them.
                log_min_error_statement = panic
                log_parameter_max_length = 0
                log_error_verbosity = terse
                """
                .formatted(port, onOrOff, onOrOff);
    }

    /** A server whose starter was killed may still run on the data for a moment; a second one must not start beside it. */
    private static void endLeftOver(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var leftOver = ProcessHandle.of(pid).filter(process -> worksIn(process, data));
        if (leftOver.isPresent()) {
            leftOver.get().destroy();
            try {
                leftOver.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
                leftOver.get().destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        // Its number may belong to a stranger by now, and then PostgreSQL would refuse to start.
        Files.deleteIfExists(pidFile);
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), data);
        } catch (IOException e) {
            return false; // gone, or somebody else's
        }
    }

    private boolean answers() {
        try (var connection = connect(SUPERUSER)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** A connection as superuser; for preparation and for tests, never for a service. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /**
     * Makes sure that the database and its two roles exist with the passwords of this installation; repeating it changes
     * nothing.
     *
     * @param name lower-case letters, digits and underscores; the roles are {@code <name>_writer} and {@code <name>_reader}
     */
    public Database createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a name of a database: " + name);
        }
        var database = new Database(
                name,
                jdbcUrl(name),
                name + "_writer",
                settings.secrets().password(name + "-writer"),
                name + "_reader",
                settings.secrets().password(name + "-reader"));
        try (var connection = connect(SUPERUSER);
                var sql = connection.createStatement()) {
            role(connection, database.writerUser(), "replication bypassrls", database.writerPassword());
            role(connection, database.readerUser(), "", database.readerPassword());
            if (!exists(connection, "select from pg_database where datname = ?", name)) {
                sql.execute("create database %s owner %s".formatted(name, database.writerUser()));
                sql.execute("revoke all on database %s from public".formatted(name));
                sql.execute("grant connect on database %s to %s".formatted(name, database.readerUser()));
            }
        } catch (SQLException e) {
            throw new LocalPartException("The database " + name + " could not be prepared", e);
        }
        return database;
    }

    private static void role(Connection connection, String role, String rights, String password) throws SQLException {
        var verb = exists(connection, "select from pg_roles where rolname = ?", role) ? "alter" : "create";
        try (var sql = connection.createStatement()) {
            // The password consists of letters, digits, minus and underscore.
            sql.execute("%s role %s login %s password '%s'".formatted(verb, role, rights, password));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, name);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** SIGKILL to the server and all its processes: what a crash of the machine's power leaves of the programs. */
    public void kill() {
        process.kill();
    }

    /** Ends the server within 30 seconds: connected clients are sent away, committed data are safe. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM, which Java can send, would wait for the clients.
        signal("INT");
        if (!process.awaitEnd(Duration.ofSeconds(20))) {
            signal("QUIT");
            if (!process.awaitEnd(Duration.ofSeconds(10))) {
                process.kill();
            }
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
