package nl.waarborg.processoragreement.processing.domain;

/** Who supervises the processing of personal data: the Dutch and the Belgian authority. */
public enum Supervisor {
    AP,
    GBA
}
