package nl.waarborg.availability.wish;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Min;
import java.util.Map;

/** {@code waarborg.wishes.*}: how a vendor deals with its customers' wishes. */
@ConfigMapping(prefix = "waarborg.wishes")
public interface WishSettings {

    /** Votes that a wish needs to be planned, by vendor, such as {@code afas=25}; without one each feasible wish may be planned. */
    Map<String, @Min(1) Integer> enoughVotes();
}
