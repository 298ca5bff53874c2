package nl.waarborg.processoragreement.agreement.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import nl.waarborg.processoragreement.agreement.domain.Licence;
import nl.waarborg.processoragreement.agreement.projection.LicenceEntryView;
import nl.waarborg.processoragreement.agreement.projection.LicenceEntryView.Kind;
import nl.waarborg.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LicenceHistoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    @Rule("XSV-011")
    void the_licence_that_holds_is_the_one_whose_day_came_last_and_of_that_day_the_one_recorded_last() {
        var concluded = entry(Kind.CONCLUDED, "2024-01-01", 120);
        var later = entry(Kind.CHANGED, "2025-06-01", 140);
        var earlier = entry(Kind.CHANGED, "2025-01-01", 130);
        assertEquals(140, users(earlier, later, concluded));
        assertEquals(145, users(entry(Kind.CHANGED, "2025-06-01", 145), earlier, later, concluded));
        assertEquals(
                140,
                users(
                        entry(Kind.REQUESTED, null, 160),
                        entry(Kind.CHANGED, "2026-03-03", 150),
                        earlier,
                        later,
                        concluded));
        assertEquals(150, users(entry(Kind.CHANGED, "2026-03-02", 150), earlier, later, concluded));
    }

    /** @param newestFirst as they were recorded */
    private static int users(LicenceEntryView... newestFirst) {
        return Views.LicenceHistory.of(List.of(newestFirst), List.of(), TODAY)
                .current()
                .users();
    }

    private static LicenceEntryView entry(Kind kind, @Nullable String from, int users) {
        var entry = new LicenceEntryView();
        entry.kind = kind;
        entry.effectiveFrom = from == null ? null : LocalDate.parse(from);
        entry.type = Licence.Type.ERP;
        entry.users = users;
        return entry;
    }
}
