package nl.waarborg.local;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The user that a child process runs as. */
sealed interface RunAs {

    /** Options of {@code setpriv}. */
    List<String> options();

    /** Gives a file or directory to that user. */
    void own(Path file);

    record SameUser() implements RunAs {

        @Override
        public List<String> options() {
            return List.of();
        }

        @Override
        public void own(Path file) {}
    }

    /**
     * The user that Linux calls {@code nobody}, for a program that refuses to run as root. Where a directory above its
     * data is closed to others (root's home, a test's temporary directory) it may pass file permissions.
     */
    record Nobody(boolean passesPermissions) implements RunAs {

        private static final int ID = 65534;

        @Override
        public List<String> options() {
            var id = Integer.toString(ID);
            var user = List.of("--reuid", id, "--regid", id, "--clear-groups");
            var capabilities = passesPermissions
                    ? List.of("--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override")
                    : List.of("--inh-caps=-all", "--ambient-caps=-all");
            return java.util.stream.Stream.of(user, capabilities)
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public void own(Path file) {
            try {
                Files.setAttribute(file, "unix:uid", ID);
                Files.setAttribute(file, "unix:gid", ID);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** {@code nobody} if this process is root's, else the same user. */
    static RunAs notRoot(Path directory) {
        try {
            var root = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
            return root ? new Nobody(!isOpenToOthers(directory.toRealPath())) : new SameUser();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpenToOthers(Path directory) throws IOException {
        for (var above = directory.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
