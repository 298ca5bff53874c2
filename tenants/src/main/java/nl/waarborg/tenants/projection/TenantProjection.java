package nl.waarborg.tenants.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Projection;
import nl.waarborg.eventsourcing.RecordedEvent;
import nl.waarborg.eventsourcing.projection.Statements;
import nl.waarborg.tenants.PeriodKind;
import nl.waarborg.tenants.TenantEvent;
import nl.waarborg.tenants.TenantEvent.AgreementConcluded;
import nl.waarborg.tenants.TenantEvent.AgreementEnded;
import nl.waarborg.tenants.TenantEvent.ExitOptionChosen;
import nl.waarborg.tenants.TenantEvent.ExitOptionExpired;
import nl.waarborg.tenants.TenantEvent.FirstClassEnded;
import nl.waarborg.tenants.TenantEvent.FirstClassStarted;
import nl.waarborg.tenants.TenantEvent.LicenceChanged;
import nl.waarborg.tenants.TenantEvent.PublishedTerm;
import nl.waarborg.tenants.TenantEvent.TenantTermsPublished;
import nl.waarborg.terms.AgreedCalendars;

/** Tenants with their terms and entitlements over time. Applying an event again changes nothing. */
public final class TenantProjection implements Projection<TenantEvent> {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String TENANT = "insert into tenant (tenant_id, provider, name) values (?, ?, ?)"
            + " on conflict (tenant_id) do update set name = excluded.name";
    private static final String LICENCE = "insert into tenant_licence (tenant_id, users, since) values (?, ?, ?)"
            + " on conflict (tenant_id) do update set users = excluded.users, since = excluded.since"
            + " where excluded.since >= tenant_licence.since";
    private static final String TERMS =
            "insert into tenant_terms (tenant_id, version, preset, valid_from, valid_to, terms)"
                    + " values (?, ?, ?, ?, ?, ?::jsonb) on conflict (tenant_id, version) do nothing";
    private static final String BEGIN = "insert into tenant_period (tenant_id, kind, value, starts, ends)"
            + " values (?, ?, ?, ?, ?) on conflict (tenant_id, kind, starts) do nothing";
    private static final String END = "update tenant_period set ends = ? where tenant_id = ? and kind = ?"
            + " and starts < ? and (ends is null or ends > ?)";
    private static final String REPLACED = "delete from tenant_period where tenant_id = ? and kind = ? and starts >= ?";

    @Override
    public String name() {
        return "tenants";
    }

    @Override
    public Class<TenantEvent> events() {
        return TenantEvent.class;
    }

    @Override
    public List<String> tables() {
        return List.of("tenant", "tenant_terms", "tenant_period", "tenant_licence");
    }

    @Override
    public void apply(List<RecordedEvent<TenantEvent>> events, Connection connection) throws SQLException {
        var statements = new Statements();
        events.forEach(recorded -> add(statements, recorded));
        statements.run(connection);
    }

    private static void add(Statements statements, RecordedEvent<TenantEvent> recorded) {
        var tenant = recorded.tenant();
        switch (recorded.event()) {
            case AgreementConcluded e -> {
                statements.add(TENANT, tenant, e.provider(), e.name());
                statements.add(BEGIN, tenant, PeriodKind.AGREEMENT, "", start(e.concludedOn()), null);
                statements.add(LICENCE, tenant, e.licence().users(), recorded.occurredAt());
            }
            case LicenceChanged e -> statements.add(LICENCE, tenant, e.licence().users(), start(e.effectiveFrom()));
            case TenantTermsPublished e ->
                statements.add(
                        TERMS, tenant, e.termsVersion(), e.preset(), e.validFrom(), e.validTo(), json(e.terms()));
            case FirstClassStarted e ->
                statements.add(BEGIN, tenant, PeriodKind.FIRST_CLASS, "", start(e.startsOn()), null);
            case FirstClassEnded e -> end(statements, tenant, PeriodKind.FIRST_CLASS, after(e.endsOn()));
            case ExitOptionChosen e -> {
                // Another choice for the same day, or an earlier one, takes the place of what was to come.
                statements.add(REPLACED, tenant, PeriodKind.EXIT, start(e.effectiveFrom()));
                end(statements, tenant, PeriodKind.EXIT, start(e.effectiveFrom()));
                statements.add(
                        BEGIN,
                        tenant,
                        PeriodKind.EXIT,
                        e.option(),
                        start(e.effectiveFrom()),
                        e.until() == null ? null : after(e.until()));
            }
            case ExitOptionExpired e -> end(statements, tenant, PeriodKind.EXIT, after(e.expiredOn()));
            case AgreementEnded e -> end(statements, tenant, PeriodKind.AGREEMENT, after(e.endedOn()));
        }
    }

    private static void end(Statements statements, UUID tenant, PeriodKind kind, Instant ends) {
        statements.add(END, ends, tenant, kind, ends, ends);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(AgreedCalendars.ZONE).toInstant();
    }

    private static Instant after(LocalDate lastDay) {
        return start(lastDay.plusDays(1));
    }

    private static String json(List<PublishedTerm> terms) {
        try {
            return JSON.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
