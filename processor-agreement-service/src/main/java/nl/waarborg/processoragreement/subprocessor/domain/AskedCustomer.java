package nl.waarborg.processoragreement.subprocessor.domain;

import java.util.UUID;

/** What a customer answered last when it was asked to consent to a supplier that replaces staff (PRA-043). */
public record AskedCustomer(UUID tenant, Consent consent) {}
