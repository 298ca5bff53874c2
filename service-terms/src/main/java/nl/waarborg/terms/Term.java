package nl.waarborg.terms;

/**
 * One term as it holds for a tenant.
 *
 * @param clause where it was agreed, such as {@code AFAS §2.2.3 tab. 10}
 */
public record Term(TermKey key, TermValue value, String clause, Origin origin) {

    /** Who said so. A later one has precedence over an earlier one (PRA-002, PRA-005). */
    public enum Origin {
        /** The vendor's standard agreement. */
        PRESET,
        /** A later version of the vendor's standard agreement. */
        SLA_VERSION,
        /** A deviation that the assignment records, at PHOCUS under 'Specifieke bepalingen'. */
        SPECIFIC_PROVISION,
        /** An agreement drawn up apart from the standard one. */
        SEPARATE_AGREEMENT
    }
}
