package nl.waarborg.processoragreement.access.domain;

/** What is on record of an employee before others' data are entrusted to it. */
public enum StaffRecord {
    CONFIDENTIALITY,
    INSTRUCTION,
    CERTIFICATE_OF_CONDUCT
}
