package nl.waarborg.eventsourcing.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is seen to fail on a fault that is planted for it, and to be the only one that fails. */
class ArchitectureRulesTest {

    private static final String PLANTED = "nl.waarborg.eventsourcing.test.planted.";
    private static final Set<String> ROLES =
            Set.of("domain", "api", "projection", "publication", "automation", "storage");

    @Test
    void a_sound_service_passes() {
        ArchitectureRules.of(PLANTED + "sound").check();
    }

    @ParameterizedTest
    @CsvSource({
        "framework, domain, domain",
        "clock, domain, clock",
        "clockreference, domain, clock",
        "dice, domain, clock",
        "upwards, api projection, roles",
        "unsealed, domain, families",
        "kafka, automation, kafka",
        "sql, api, sql"
    })
    void a_planted_fault_is_caught_by_its_rule(String fault, String roles, String rule) {
        assertEquals(Set.of(rule), broken(fault, Set.of(roles.split(" "))));
    }

    @Test
    void packages_that_need_each_other_are_caught() {
        var rules = ArchitectureRules.of(PLANTED + "circle").without(ROLES.toArray(String[]::new));
        assertTrue(rules.rules().get("cycles").evaluate(rules.imported()).hasViolation());
    }

    @Test
    void both_members_and_families_are_looked_at() {
        var rules = ArchitectureRules.of(PLANTED + "unsealed");
        var report = rules.rules().get("families").evaluate(rules.imported()).getFailureReport();
        assertEquals(
                List.of(
                        PLANTED + "unsealed.domain.DoorCommand is not sealed",
                        PLANTED + "unsealed.domain.DoorEvent$Opened is no record"),
                report.getDetails().stream().sorted().toList());
    }

    @Test
    void a_role_whose_package_does_not_exist_is_caught() {
        var rules = ArchitectureRules.of(PLANTED + "upwards");
        var report = rules.rules().get("roles").evaluate(rules.imported()).getFailureReport();
        assertTrue(report.toString().contains("'automation' is empty"), report.toString());
    }

    private static Set<String> broken(String fault, Set<String> roles) {
        var absent = new HashSet<>(ROLES);
        absent.removeAll(roles);
        var rules = ArchitectureRules.of(PLANTED + fault).without(absent.toArray(String[]::new));
        var classes = rules.imported();
        var broken = new TreeSet<String>();
        for (var entry : rules.rules().entrySet()) {
            if (applies(entry, roles)
                    && entry.getValue().allowEmptyShould(true).evaluate(classes).hasViolation()) {
                broken.add(entry.getKey());
            }
        }
        return broken;
    }

    private static boolean applies(Map.Entry<String, ?> rule, Set<String> roles) {
        return !rule.getKey().equals("roles") || roles.size() > 1;
    }
}
