package nl.waarborg.processoragreement.agreement.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the customer may use, and how much of it (XSV-009, XSV-011).
 *
 * @param name as the invoice shows it, if it has a name of its own
 * @param returns wage tax return numbers
 */
public record Licence(Type type, @Nullable String name, int users, int employees, int environments, int returns) {

    public enum Type {
        ERP,
        HRM_PAYROLL
    }
}
