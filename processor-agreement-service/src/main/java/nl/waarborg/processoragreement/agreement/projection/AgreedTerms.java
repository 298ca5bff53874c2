package nl.waarborg.processoragreement.agreement.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term.Origin;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.TermsHistory;

/** A tenant's terms over time, as the facts of the commands of any aggregate. */
@ApplicationScoped
public class AgreedTerms {

    private static final String VERSIONS =
            "select id, version, preset, valid_from, valid_to from terms_version where tenant_id = ?";
    private static final String TERMS =
            "select terms_version_id, key, value, clause, origin from agreed_term where tenant_id = ?";

    private final Rows rows;

    public AgreedTerms(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    private record Agreed(UUID version, TermKey key, String value, String clause, Origin origin) {}

    /** Empty for a tenant that has no agreement. */
    public TermsHistory of(UUID tenant) {
        var terms =
                rows.list(TERMS, AgreedTerms::agreed, tenant).stream().collect(Collectors.groupingBy(Agreed::version));
        return new TermsHistory(rows.list(
                VERSIONS,
                version -> {
                    var preset = Preset.valueOf(version.text("preset"));
                    return new Terms(
                            preset,
                            version.number("version"),
                            version.instant("valid_from"),
                            Optional.ofNullable(version.optionalInstant("valid_to")),
                            deviations(preset, terms.getOrDefault(version.uuid("id"), List.of())));
                },
                tenant));
    }

    private static Agreed agreed(Rows.Row row) throws SQLException {
        var key = row.text("key");
        return new Agreed(
                row.uuid("terms_version_id"),
                TermKey.of(key).orElseThrow(() -> new IllegalStateException("no term " + key)),
                row.text("value"),
                row.text("clause"),
                Origin.valueOf(row.text("origin")));
    }

    /** What the complete list says otherwise than the preset; a key that it lacks was not agreed. */
    private static List<Deviation> deviations(Preset preset, List<Agreed> agreed) {
        var deviations = new ArrayList<Deviation>();
        agreed.stream()
                .filter(term -> term.origin() != Origin.PRESET)
                .map(term -> new Deviation(
                        term.key(), Optional.of(term.key().read(term.value())), term.clause(), term.origin()))
                .forEach(deviations::add);
        var held = agreed.stream().collect(Collectors.toMap(Agreed::key, term -> term));
        preset.terms().keySet().stream()
                .filter(key -> !held.containsKey(key))
                .map(key -> new Deviation(key, Optional.empty(), "not agreed", Origin.SPECIFIC_PROVISION))
                .forEach(deviations::add);
        return deviations;
    }
}
