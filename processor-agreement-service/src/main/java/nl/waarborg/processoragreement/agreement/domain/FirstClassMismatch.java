package nl.waarborg.processoragreement.agreement.domain;

/** How a month's invoices differ from what was agreed; the right stands until somebody decides (XSV-022, OP-82). */
public enum FirstClassMismatch {
    /** First Class was active and not invoiced. */
    NOT_INVOICED,
    /** First Class was invoiced and not active. */
    NOT_ENTITLED
}
