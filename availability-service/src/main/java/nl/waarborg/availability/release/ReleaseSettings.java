package nl.waarborg.availability.release;

import io.smallrye.config.ConfigMapping;
import java.time.Month;
import java.util.Map;
import nl.waarborg.availability.release.domain.ReleaseKind;
import nl.waarborg.terms.Preset;

/** {@code waarborg.releases.*}: reference data of the vendors' standard agreements. */
@ConfigMapping(prefix = "waarborg.releases")
public interface ReleaseSettings {

    /** The delivery calendar: in which month versions of a kind come (AVL-034). An agreement without one has no entry. */
    Map<Preset, Map<ReleaseKind, Month>> delivery();
}
