package nl.waarborg.availability.performance.domain;

import java.util.UUID;
import nl.waarborg.availability.system.domain.EnvironmentKind;

/**
 * A window or function whose response time was measured, with what may explain a deviation, in coarse classes (AVL-022).
 *
 * @param function its name, such as {@code Eigenschappen Medewerker}; {@link #INSITE_HOME} is the home page of InSite
 * @param tenantId the nil UUID where it was measured for nobody in particular
 */
public record MeasuredFunction(
        String provider,
        String function,
        EnvironmentKind environmentKind,
        UUID tenantId,
        DataVolume dataVolume,
        Adaptation configuration,
        Adaptation userSettings,
        MeasuredFrom measuredFrom) {

    /** AVL-021. */
    public static final String INSITE_HOME = "InSite home page";

    /** How much data the function works on. */
    public enum DataVolume {
        UNKNOWN,
        SMALL,
        MEDIUM,
        LARGE
    }

    /** Whether a customer, or a user, has it otherwise than it comes. */
    public enum Adaptation {
        UNKNOWN,
        STANDARD,
        ADAPTED
    }

    /** Only the vendor's side counts (AVL-020); elsewhere the customer's internet connection is measured with it. */
    public enum MeasuredFrom {
        VENDOR_SIDE,
        FAST_CONNECTION,
        SLOW_CONNECTION
    }
}
