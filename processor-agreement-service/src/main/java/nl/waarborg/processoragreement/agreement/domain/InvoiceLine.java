package nl.waarborg.processoragreement.agreement.domain;

import java.math.BigDecimal;

/** @param amount euros excluding VAT; negative on a credit */
public record InvoiceLine(Kind kind, BigDecimal amount) {

    /** @throws ArithmeticException for fractions of a cent */
    public InvoiceLine {
        amount = amount.setScale(2);
    }

    public enum Kind {
        LICENCE,
        FIRST_CLASS,
        /** Loose services; never part of the basis of an exit price (OP-78). */
        SERVICE
    }
}
