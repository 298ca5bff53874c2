package nl.waarborg.terms.calendar;

/** Who may use an opening: everyone, or only tenants with First Class (AFAS §2.2.2 tab. 9). */
public enum Entitlement {
    EVERYONE,
    FIRST_CLASS;

    /** The entitlement of a tenant. */
    public static Entitlement of(boolean firstClass) {
        return firstClass ? FIRST_CLASS : EVERYONE;
    }

    /** Whether a tenant with this entitlement may use an opening that asks for the other one. */
    boolean covers(Entitlement asked) {
        return asked == EVERYONE || this == FIRST_CLASS;
    }
}
