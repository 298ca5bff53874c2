package nl.waarborg.processoragreement.subprocessor.projection;

/** What is told of a supplier. */
public enum NoticeKind {
    ANNOUNCED,
    ACTIVATED,
    ENDED,
    SUPPLIER_CHANGE,
    /** Told to the vendor by its supplier; the vendor's own. */
    UPSTREAM_CHANGE
}
