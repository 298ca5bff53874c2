package nl.waarborg.processoragreement.ai.domain;

/** The functions with external AI (AFAS §2.4.3). */
public enum AiFeature {
    WORKFLOWS,
    /** Reaction suggestions and prompt templates in InSite. */
    INSITE_SUGGESTIONS,
    /** Scanning and recognition of receipts. */
    RECEIPT_RECOGNITION
}
