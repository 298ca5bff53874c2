package nl.waarborg.processoragreement.agreement.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer may use, and how much of it (XSV-009, XSV-011).
 *
 * @param name as the invoice shows it, if it has a name of its own
 * @param returns wage tax return numbers
 */
public record Licence(Type type, @Nullable String name, int users, int employees, int environments, int returns) {

    /** What the fixed amount per month is determined by (AFAS §2 tab. 1). */
    public enum CountedBy {
        USERS,
        EMPLOYEES
    }

    /** The modules of the software (AFAS §2 tab. 1). */
    public enum Module {
        SUBSCRIPTIONS,
        BUSINESS_INTELLIGENCE,
        CRM,
        FINANCIAL,
        HRM_PAYROLL,
        HUMAN_RESOURCE_MANAGEMENT,
        INSITE_OUTSITE,
        ORDER_MANAGEMENT,
        PAYROLL,
        PROJECTS,
        WORKFLOW_DOCUMENT_MANAGEMENT
    }

    /** What every licence contains (XSV-010); updated without the customer's doing. */
    public enum Product {
        /** Windows application, through Citrix or a browser. */
        PROFIT,
        /** Self-service portal. */
        INSITE,
        /** Portal for anonymous users. */
        OUTSITE,
        /** Mobile application for self-service and two-factor authentication. */
        POCKET
    }

    public enum Type {
        ERP,
        HRM_PAYROLL;

        public CountedBy countedBy() {
            return switch (this) {
                case ERP -> CountedBy.USERS;
                case HRM_PAYROLL -> CountedBy.EMPLOYEES;
            };
        }

        public List<Module> modules() {
            return switch (this) {
                case ERP ->
                    List.of(
                            Module.SUBSCRIPTIONS,
                            Module.BUSINESS_INTELLIGENCE,
                            Module.CRM,
                            Module.FINANCIAL,
                            Module.HRM_PAYROLL,
                            Module.INSITE_OUTSITE,
                            Module.ORDER_MANAGEMENT,
                            Module.PROJECTS,
                            Module.WORKFLOW_DOCUMENT_MANAGEMENT);
                case HRM_PAYROLL ->
                    List.of(
                            Module.BUSINESS_INTELLIGENCE,
                            Module.HUMAN_RESOURCE_MANAGEMENT,
                            Module.INSITE_OUTSITE,
                            Module.PAYROLL);
            };
        }

        public List<Product> products() {
            return List.of(Product.values());
        }
    }
}
