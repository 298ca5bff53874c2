package nl.waarborg.processoragreement.processing.domain;

import java.util.ArrayList;
import java.util.List;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for what (PRA-027).
 *
 * @param rule the rule of the agreements that says so
 * @param clause where this customer's terms say so; null where they are silent on the number or manner
 * @param agreed how this customer's terms put it; null where they are silent
 */
public record Responsibility(Duty duty, Party party, String rule, @Nullable String clause, @Nullable String agreed) {

    /** The two sides of the agreement. */
    public enum Party {
        CONTROLLER,
        PROCESSOR
    }

    /** What somebody must answer for. */
    public enum Duty {
        CORRECTNESS_OF_ENTERED_DATA(Party.CONTROLLER, "PRA-027", null),
        INFORMING_DATA_SUBJECTS(Party.CONTROLLER, "PRA-027", null),
        ASSISTING_DATA_SUBJECTS(Party.CONTROLLER, "PRA-027", null),
        ANSWERING_DATA_SUBJECTS(Party.CONTROLLER, "PRA-024", TermKey.DATA_SUBJECT_REQUEST),
        LAWFUL_GROUND(Party.CONTROLLER, "PRA-012", null),
        CHOICE_OF_DATA(Party.CONTROLLER, "PRA-013", null),
        SUITABILITY_AND_IMPACT_ASSESSMENT(Party.CONTROLLER, "PRA-015", null),
        JUDGING_A_BREACH(Party.CONTROLLER, "PRA-050", TermKey.BREACH_DEFINITION),
        REPORTING_TO_THE_SUPERVISOR(Party.CONTROLLER, "PRA-046", TermKey.BREACH_CONTROLLER_WINDOW),
        REPORTING_SUPERVISOR_INSTRUCTIONS(Party.CONTROLLER, "PRA-035", null),
        PROCESSING_ON_INSTRUCTION_ONLY(Party.PROCESSOR, "PRA-010", null),
        CONFIDENTIALITY(Party.PROCESSOR, "PRA-016", TermKey.VENDOR_STAFF_SCREENING),
        HELPING_THE_CONTROLLER(Party.PROCESSOR, "PRA-025", TermKey.DATA_SUBJECT_ASSISTANCE),
        SECURITY_MEASURES(Party.PROCESSOR, "PRA-032", TermKey.CERTIFICATES_VENDOR),
        INFORMING_OF_INCIDENTS(Party.PROCESSOR, "PRA-046", TermKey.BREACH_INFORM_WITHIN),
        ANSWERING_FOR_SUB_PROCESSORS(Party.PROCESSOR, "PRA-062", TermKey.SUBPROCESSOR_LIABILITY);

        private final Party party;
        private final String rule;
        private final @Nullable TermKey term;

        Duty(Party party, String rule, @Nullable TermKey term) {
            this.party = party;
            this.rule = rule;
            this.term = term;
        }
    }

    /** All duties, as the terms in force put them. */
    public static List<Responsibility> of(Terms terms) {
        var all = new ArrayList<Responsibility>();
        for (var duty : Duty.values()) {
            var term = duty.term == null ? null : terms.find(duty.term).orElse(null);
            all.add(new Responsibility(
                    duty,
                    duty.party,
                    duty.rule,
                    term == null ? null : term.clause(),
                    term == null ? null : term.value().toString()));
        }
        return List.copyOf(all);
    }
}
