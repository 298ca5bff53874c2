package nl.waarborg.availability.status.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import nl.waarborg.availability.status.StatusSettings;
import nl.waarborg.availability.status.domain.PlatformStatus;
import org.jboss.logging.Logger;

/** What the pages last said, as a file: a service that starts without its database still has something to show (AVL-026). */
@ApplicationScoped
public class LastKnown {

    private static final Logger LOG = Logger.getLogger(LastKnown.class);

    private final Path directory;
    private final ObjectMapper json;

    public LastKnown(StatusSettings settings, ObjectMapper json) {
        this.directory = settings.directory();
        this.json = json;
    }

    /** Empty if nothing was kept, or what was kept cannot be read. */
    public Optional<PlatformStatus> of(String provider) {
        try {
            return Optional.of(json.readValue(Files.readAllBytes(file(provider)), PlatformStatus.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warnf("The last known status of %s cannot be read: %s", provider, e.getClass());
            return Optional.empty();
        }
    }

    /** The pages do not depend on it: what cannot be kept is said in the log. */
    public void keep(PlatformStatus status) {
        try {
            Files.createDirectories(directory);
            var beside = Files.createTempFile(directory, "new-", ".json");
            Files.write(beside, json.writeValueAsBytes(status));
            Files.move(
                    beside,
                    file(status.provider()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warnf("The status of %s cannot be kept in %s: %s", status.provider(), directory, e.getClass());
        }
    }

    private Path file(String provider) {
        return directory.resolve(provider + ".json");
    }
}
