package nl.waarborg.availability.system.domain;

import java.math.BigDecimal;
import java.time.Instant;
import nl.waarborg.availability.system.domain.DataCentreCommand.RegisterDataCentre;
import nl.waarborg.availability.system.domain.DataCentreEvent.DataCentreRegistered;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand.RegisterMonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent.MonitoredSystemRegistered;
import nl.waarborg.availability.system.domain.ServerCommand.ActivateStandbyServer;
import nl.waarborg.availability.system.domain.ServerCommand.RecordServerFailure;
import nl.waarborg.availability.system.domain.ServerCommand.RestoreServer;
import nl.waarborg.availability.system.domain.ServerEvent.ServerFailed;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRegistered;
import nl.waarborg.availability.system.domain.ServerEvent.ServerRestored;
import nl.waarborg.availability.system.domain.ServerEvent.StandbyServerActivated;
import nl.waarborg.eventsourcing.test.DeciderSpecification;
import nl.waarborg.rules.Rule;
import org.junit.jupiter.api.Test;

class SystemDecidersTest {

    private static final Instant AT = Instant.parse("2026-03-10T08:00:00Z");

    @Rule({"AVL-044", "AVL-045"})
    @Test
    void a_system_of_a_supplier_is_registered_with_its_service_window_and_who_answers_for_it() {
        var system = new DeciderSpecification<>(new MonitoredSystemDecider());
        var register = new RegisterMonitoredSystem(
                "phocus",
                "payroll",
                "Payroll",
                Component.PAYROLL_SAAS,
                EnvironmentKind.PRODUCTION,
                ResponsibleParty.SAAS_SUPPLIER,
                ServiceWindow.WORKING_DAYS,
                null,
                AT);
        var registered = new MonitoredSystemRegistered(
                "phocus",
                "payroll",
                "Payroll",
                Component.PAYROLL_SAAS,
                EnvironmentKind.PRODUCTION,
                ResponsibleParty.SAAS_SUPPLIER,
                ServiceWindow.WORKING_DAYS,
                null,
                AT);
        system.given().when(register).then(registered);
        system.given(registered).when(register).thenNothing();
    }

    @Rule("AVL-011")
    @Test
    void a_data_centre_has_a_network_availability_of_its_own() {
        var dataCentre = new DeciderSpecification<>(new DataCentreDecider());
        var network = new BigDecimal("99.99");
        var registered = new DataCentreRegistered("afas", "north", "North", "Leeuwarden", "NL", network, AT);
        dataCentre
                .given()
                .when(new RegisterDataCentre("afas", "north", "North", "Leeuwarden", "NL", network, AT))
                .then(registered);
        dataCentre
                .given(registered)
                .when(new RegisterDataCentre("afas", "north", "North", "Leeuwarden", "NL", network, AT.plusSeconds(1)))
                .thenNothing();
    }

    @Rule("AVL-029")
    @Test
    void a_failed_server_is_replaced_by_one_that_stands_by() {
        var server = new DeciderSpecification<>(new ServerDecider());
        var registered = new ServerRegistered("afas", "db-7", "profit", false, AT);
        var failed = new ServerFailed("afas", "db-7", "profit", "power", AT);
        var activated = new StandbyServerActivated("afas", "db-7", "db-9", null, AT);
        var fail = new RecordServerFailure("afas", "db-7", null, "power", AT);
        server.given(registered).when(fail).then(failed);
        server.given(registered, failed).when(fail).thenNothing();
        server.given(registered)
                .when(new ActivateStandbyServer("afas", "db-7", "db-9", true, null, AT))
                .thenRejected("AVL-029");
        server.given(registered, failed)
                .when(new ActivateStandbyServer("afas", "db-7", "db-9", false, null, AT))
                .thenRejected("AVL-029");
        server.given(registered, failed)
                .when(new ActivateStandbyServer("afas", "db-7", "db-9", true, null, AT.minusSeconds(1)))
                .thenRejected("AVL-029");
        server.given(registered, failed)
                .when(new ActivateStandbyServer("afas", "db-7", "db-9", true, null, AT))
                .then(activated);
        server.given(registered, failed, activated)
                .when(new RestoreServer("afas", "db-7", AT))
                .then(new ServerRestored("afas", "db-7", AT));
    }
}
