package nl.waarborg.local;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every role that a token can carry, and whose role it is. */
public enum Role {
    ADMINISTRATOR(Side.CUSTOMER),
    INCIDENT_SUBMITTER(Side.CUSTOMER),
    INCIDENT_VIEWER(Side.CUSTOMER),
    FUNCTIONAL_ADMINISTRATOR(Side.CUSTOMER),
    AGREEMENT_CONTACT(Side.CUSTOMER),
    PRIVACY_CONTACT(Side.CUSTOMER),
    AUTHORISED_CONTACT(Side.CUSTOMER),
    OUTPUT_RECIPIENT(Side.CUSTOMER),
    EMPLOYEE(Side.CUSTOMER),
    SUPPORT_AGENT(Side.VENDOR),
    FIRST_CLASS_AGENT(Side.VENDOR),
    OPERATOR(Side.VENDOR),
    PAYROLL_PROCESSOR(Side.VENDOR),
    SERVICE_MANAGER(Side.VENDOR),
    AGREEMENT_MANAGER(Side.VENDOR),
    SECURITY_OFFICER(Side.VENDOR),
    ICT_MANAGER(Side.VENDOR),
    BOARD(Side.VENDOR),
    AUDITOR(Side.VENDOR),
    ACCOUNT_MANAGER(Side.VENDOR),
    CONSULTANT(Side.VENDOR),
    EVENT_PRODUCER(Side.SYSTEM);

    /** Customers' tokens name a tenant; vendors' staff see the tenants of their provider; systems post events. */
    public enum Side {
        CUSTOMER,
        VENDOR,
        SYSTEM
    }

    private final Side side;

    Role(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** As it stands in tokens: {@code support-agent}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws {@link LocalPartException} with all roles for a name that is none. */
    public static Role of(String id) {
        return Arrays.stream(values())
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LocalPartException("There is no role " + id + ". Roles: "
                        + Arrays.stream(values()).map(Role::id).collect(Collectors.joining(", "))));
    }

    static List<Role> of(Side side) {
        return Arrays.stream(values()).filter(role -> role.side == side).toList();
    }
}
