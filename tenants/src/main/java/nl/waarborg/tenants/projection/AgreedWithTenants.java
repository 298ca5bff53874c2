package nl.waarborg.tenants.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.tenants.PeriodKind;
import nl.waarborg.tenants.TenantEvent.PublishedTerm;
import nl.waarborg.tenants.TenantFacts;
import nl.waarborg.tenants.TenantFacts.Period;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.Term;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;
import nl.waarborg.terms.TermsHistory;

/** What was agreed with each tenant, for the commands of any aggregate. A change shows within a second. */
@ApplicationScoped
public class AgreedWithTenants {

    private static final String TERMS =
            "select version, preset, valid_from, valid_to, terms from tenant_terms where tenant_id = ?";
    private static final String PERIODS = "select kind, value, starts, ends from tenant_period where tenant_id = ?";
    private static final String USERS = "select users from tenant_licence where tenant_id = ?";
    private static final TypeReference<List<PublishedTerm>> TERM_LIST = new TypeReference<>() {};
    private static final JsonMapper JSON = new JsonMapper();

    private final Rows rows;
    private final Cache<UUID, TenantFacts> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    public AgreedWithTenants(@DataSource("writer") javax.sql.DataSource writer) {
        this.rows = new Rows(writer);
    }

    /** Everything that was agreed with the tenant; empty of terms if nothing was heard of it. */
    public TenantFacts of(UUID tenant) {
        return known.get(tenant, this::read);
    }

    private TenantFacts read(UUID tenant) {
        return new TenantFacts(
                new TermsHistory(rows.list(TERMS, AgreedWithTenants::terms, tenant)),
                rows.list(
                        PERIODS,
                        row -> new Period(
                                PeriodKind.valueOf(row.text("kind")),
                                row.text("value"),
                                row.instant("starts"),
                                row.optionalInstant("ends")),
                        tenant),
                rows.first(USERS, row -> row.number("users"), tenant).orElse(0));
    }

    private static Terms terms(Rows.Row row) throws SQLException {
        var preset = Preset.valueOf(row.text("preset"));
        return new Terms(
                preset,
                row.number("version"),
                row.instant("valid_from"),
                Optional.<Instant>ofNullable(row.optionalInstant("valid_to")),
                deviations(preset, published(row.text("terms"))));
    }

    private static List<PublishedTerm> published(String json) {
        try {
            return JSON.readValue(json, TERM_LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("terms cannot be read", e);
        }
    }

    /** What the published, complete list says otherwise than the preset; a key that it lacks was not agreed. */
    static List<Deviation> deviations(Preset preset, List<PublishedTerm> published) {
        var agreed = new HashMap<TermKey, PublishedTerm>();
        for (var term : published) {
            // A key that is not known here belongs to another service.
            TermKey.of(term.key()).ifPresent(key -> agreed.put(key, term));
        }
        var deviations = new ArrayList<Deviation>();
        for (var key : TermKey.values()) {
            var term = agreed.get(key);
            var standard = preset.terms().get(key);
            if (term == null && standard != null) {
                deviations.add(new Deviation(key, Optional.empty(), "not agreed", Term.Origin.SPECIFIC_PROVISION));
            }
            if (term != null) {
                var value = key.read(term.value());
                if (standard == null || !standard.value().equals(value)) {
                    deviations.add(
                            new Deviation(key, Optional.of(value), term.clause(), Term.Origin.SPECIFIC_PROVISION));
                }
            }
        }
        return deviations;
    }
}
