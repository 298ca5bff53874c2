package nl.waarborg.processoragreement.securitytest.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.eventsourcing.web.TenantScope;
import nl.waarborg.processoragreement.securitytest.domain.TestKind;
import org.jspecify.annotations.Nullable;

/** Security tests of the caller's vendor. */
@ApplicationScoped
@TenantScope
public class SecurityTestsView {

    private static final String TESTS =
            """
            select * from security_test where (? or result is not null)
            order by tested_on desc, test_id desc limit 500""";
    private static final String DUTY = "select due_on, missed is not null as overdue from security_test_duty";

    private final Rows rows;

    public SecurityTestsView(DataSource reader) {
        this.rows = new Rows(reader);
    }

    /** @param result where the result can be read; null: not published yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TestRow(
            UUID testId,
            TestKind kind,
            @Nullable String externalParty,
            String version,
            LocalDate testedOn,
            @Nullable String result,
            @Nullable Instant publishedAt) {}

    /**
     * @param dueOn last day for the next test by an external party; null: none was held yet, or none is promised
     * @param overdue that day has passed
     * @param tests the latest first, at most 500
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Overview(@Nullable LocalDate dueOn, boolean overdue, List<TestRow> tests) {}

    private record Duty(LocalDate dueOn, boolean overdue) {}

    /** @param vendor sees tests of which nothing is published yet, too */
    public Overview overview(boolean vendor) {
        var tests = rows.list(
                TESTS,
                row -> new TestRow(
                        row.uuid("test_id"),
                        TestKind.valueOf(row.text("kind")),
                        row.optionalText("external_party"),
                        row.text("tested_version"),
                        row.date("tested_on"),
                        row.optionalText("result"),
                        row.optionalInstant("published_at")),
                vendor);
        Optional<Duty> duty = rows.first(DUTY, row -> new Duty(row.date("due_on"), row.flag("overdue")));
        return new Overview(
                duty.map(Duty::dueOn).orElse(null), duty.map(Duty::overdue).orElse(false), tests);
    }
}
