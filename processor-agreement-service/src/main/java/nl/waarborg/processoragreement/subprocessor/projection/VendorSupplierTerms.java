package nl.waarborg.processoragreement.subprocessor.projection;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.waarborg.eventsourcing.projection.Rows;
import nl.waarborg.processoragreement.subprocessor.VendorSettings;
import nl.waarborg.processoragreement.subprocessor.domain.SupplierTerms;
import nl.waarborg.terms.AgreedCalendars;
import nl.waarborg.terms.Deviation;
import nl.waarborg.terms.Preset;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.Terms;

/** What a vendor promised about suppliers at a moment, for the rules. */
@ApplicationScoped
public class VendorSupplierTerms {

    /** Thousands of customers have few different ones. */
    private static final String AGREED =
            """
            select distinct v.preset, (
                select string_agg(a.key || '=' || a.value, chr(30) order by a.key) from agreed_term a
                where a.terms_version_id = v.id and a.key = any (string_to_array(?, ','))) as terms
            from terms_version v join tenant t on t.tenant_id = v.tenant_id
            where t.provider = ? and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
                and not exists (select from agreement g where g.tenant_id = v.tenant_id and g.ended_on < ?)""";

    private static final String SEPARATOR = "\u001e";
    private static final List<TermKey> KEYS = List.of(
            TermKey.SUBPROCESSOR_NOTICE,
            TermKey.SUBPROCESSOR_NOTICE_KIND,
            TermKey.SUBPROCESSOR_OBJECTION,
            TermKey.PROCESSING_REGION,
            TermKey.PROCESSING_DATA_CENTRES,
            TermKey.CERTIFICATES_SUBPROCESSOR,
            TermKey.WORKING_DAY_COUNTING);

    private final Rows rows;
    private final VendorSettings settings;

    public VendorSupplierTerms(@DataSource("writer") javax.sql.DataSource writer, VendorSettings settings) {
        this.rows = new Rows(writer);
        this.settings = settings;
    }

    /** Empty for what is no vendor here. */
    public Optional<SupplierTerms> of(String provider, Instant at) {
        return Optional.ofNullable(settings.presets().get(provider))
                .map(preset -> SupplierTerms.of(Terms.of(preset), agreed(provider, at)));
    }

    private List<Terms> agreed(String provider, Instant at) {
        var keys = KEYS.stream().map(TermKey::key).collect(Collectors.joining(","));
        return rows.list(
                AGREED,
                VendorSupplierTerms::terms,
                keys,
                provider,
                at,
                at,
                LocalDate.ofInstant(at, AgreedCalendars.ZONE));
    }

    /** What is not agreed is absent, whatever the preset says. */
    private static Terms terms(Rows.Row row) throws SQLException {
        var forms = new HashMap<String, String>();
        KEYS.forEach(key -> forms.put(key.key(), Deviation.ABSENT));
        var agreed = row.optionalText("terms");
        if (agreed != null) {
            Arrays.stream(agreed.split(SEPARATOR, -1)).forEach(term -> {
                var equals = term.indexOf('=');
                forms.put(term.substring(0, equals), term.substring(equals + 1));
            });
        }
        return Terms.of(Preset.valueOf(row.text("preset")), Deviation.read(forms));
    }
}
