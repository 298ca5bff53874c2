package nl.waarborg.availability.system.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.waarborg.availability.system.domain.Component;
import nl.waarborg.availability.system.domain.DataCentre;
import nl.waarborg.availability.system.domain.DataCentreCommand;
import nl.waarborg.availability.system.domain.DataCentreCommand.RegisterDataCentre;
import nl.waarborg.availability.system.domain.DataCentreEvent;
import nl.waarborg.availability.system.domain.EnvironmentKind;
import nl.waarborg.availability.system.domain.MonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand;
import nl.waarborg.availability.system.domain.MonitoredSystemCommand.RegisterMonitoredSystem;
import nl.waarborg.availability.system.domain.MonitoredSystemEvent;
import nl.waarborg.availability.system.domain.ResponsibleParty;
import nl.waarborg.availability.system.domain.Server;
import nl.waarborg.availability.system.domain.ServerCommand;
import nl.waarborg.availability.system.domain.ServerCommand.ActivateStandbyServer;
import nl.waarborg.availability.system.domain.ServerCommand.RecordServerFailure;
import nl.waarborg.availability.system.domain.ServerCommand.RegisterServer;
import nl.waarborg.availability.system.domain.ServerCommand.RestoreServer;
import nl.waarborg.availability.system.domain.ServerEvent;
import nl.waarborg.availability.system.domain.ServiceWindow;
import nl.waarborg.availability.system.projection.StandbyServers;
import nl.waarborg.availability.system.projection.SystemsView;
import nl.waarborg.availability.system.projection.SystemsView.DataCentreRow;
import nl.waarborg.availability.system.projection.SystemsView.ServerRow;
import nl.waarborg.availability.system.projection.SystemsView.SystemRow;
import nl.waarborg.availability.system.storage.SystemEventTypes;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.web.Answers;
import nl.waarborg.eventsourcing.web.Caller;
import nl.waarborg.eventsourcing.web.Roles;
import nl.waarborg.tenants.VendorTerms;
import nl.waarborg.terms.TermKey;
import nl.waarborg.terms.TermValue.Percentage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the vendor runs, where, and what stands by. Keys are the vendor's own names. */
@Path("/api/v1")
@RolesAllowed({Roles.OPERATOR, Roles.SERVICE_MANAGER, Roles.AGREEMENT_MANAGER, Roles.ICT_MANAGER, Roles.AUDITOR})
@Tag(name = "systems", description = "Monitored systems, data centres and servers (AVL-011, AVL-029, AVL-044, AVL-045)")
class SystemResource {

    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final CommandHandler<MonitoredSystemCommand, MonitoredSystem, MonitoredSystemEvent> systems;
    private final CommandHandler<DataCentreCommand, DataCentre, DataCentreEvent> dataCentres;
    private final CommandHandler<ServerCommand, Server, ServerEvent> servers;
    private final StandbyServers standby;
    private final SystemsView view;
    private final VendorTerms vendors;
    private final Caller caller;

    SystemResource(
            CommandHandler<MonitoredSystemCommand, MonitoredSystem, MonitoredSystemEvent> systems,
            CommandHandler<DataCentreCommand, DataCentre, DataCentreEvent> dataCentres,
            CommandHandler<ServerCommand, Server, ServerEvent> servers,
            StandbyServers standby,
            SystemsView view,
            VendorTerms vendors,
            Caller caller) {
        this.systems = systems;
        this.dataCentres = dataCentres;
        this.servers = servers;
        this.standby = standby;
        this.view = view;
        this.vendors = vendors;
        this.caller = caller;
    }

    record SystemRequest(
            @NotBlank @Size(max = 200) String name,
            Component component,
            EnvironmentKind environmentKind,
            ResponsibleParty responsibleParty,
            @Nullable ServiceWindow serviceWindow,
            @Nullable @Size(max = 100) String dataCentreId) {}

    record DataCentreRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String location,
            @Pattern(regexp = "[A-Z]{2}") String country,
            @Nullable @DecimalMin("0") @DecimalMax("100") BigDecimal networkAvailability) {}

    record ServerRequest(@Nullable @Size(max = 100) String systemId, boolean standby) {}

    record FailureRequest(@Nullable @Size(max = 2000) String cause, @Nullable Instant failedAt) {}

    record StandbyRequest(@NotBlank @Size(max = 200) String standbyId, @Nullable Instant activatedAt) {}

    @GET
    @Path("/systems")
    @Operation(summary = "The monitored systems, with who answers for each (AVL-045)")
    public List<SystemRow> systems() {
        return view.systems();
    }

    @PUT
    @Path("/systems/{system}")
    @RolesAllowed({Roles.OPERATOR, Roles.AGREEMENT_MANAGER})
    @Operation(
            summary = "Registers a system, or changes what is known of it",
            description =
                    "serviceWindow: ALWAYS unless given; WORKING_DAYS where the supplier promises no more (AVL-044).")
    public Response registerSystem(
            @PathParam("system") @Pattern(regexp = KEY) String system, @NotNull @Valid SystemRequest request) {
        var context = context(null);
        return Answers.done(systems.handle(
                SystemEventTypes.system(caller.provider(), system),
                context,
                new RegisterMonitoredSystem(
                        caller.provider(),
                        system,
                        request.name(),
                        request.component(),
                        request.environmentKind(),
                        request.responsibleParty(),
                        Objects.requireNonNullElse(request.serviceWindow(), ServiceWindow.ALWAYS),
                        request.dataCentreId(),
                        context.occurredAt())));
    }

    @GET
    @Path("/data-centres")
    @Operation(summary = "The data centres, with the availability of their network (AVL-011)")
    public List<DataCentreRow> dataCentres() {
        return view.dataCentres();
    }

    @PUT
    @Path("/data-centres/{dataCentre}")
    @RolesAllowed({Roles.OPERATOR, Roles.AGREEMENT_MANAGER})
    @Operation(
            summary = "Registers a data centre, or changes what is known of it",
            description = "Without networkAvailability the agreement's term holds, if it has one (AVL-011).")
    public Response registerDataCentre(
            @PathParam("dataCentre") @Pattern(regexp = KEY) String dataCentre,
            @NotNull @Valid DataCentreRequest request) {
        var context = context(null);
        return Answers.done(dataCentres.handle(
                SystemEventTypes.dataCentre(caller.provider(), dataCentre),
                context,
                new RegisterDataCentre(
                        caller.provider(),
                        dataCentre,
                        request.name(),
                        request.location(),
                        request.country(),
                        request.networkAvailability() == null ? promised() : request.networkAvailability(),
                        context.occurredAt())));
    }

    @GET
    @Path("/servers")
    @Operation(summary = "The servers: which stand by, which failed, and which of those none replaced (AVL-029)")
    public List<ServerRow> servers() {
        return view.servers();
    }

    @PUT
    @Path("/servers/{server}")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Registers a server, possibly as standing by for others (AVL-029)")
    public Response registerServer(
            @PathParam("server") @Pattern(regexp = KEY) String server, @NotNull @Valid ServerRequest request) {
        var context = context(null);
        return run(
                context,
                new RegisterServer(
                        caller.provider(), server, request.systemId(), request.standby(), context.occurredAt()));
    }

    @POST
    @Path("/servers/{server}/failure")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Records that a server failed (AVL-029)")
    public Response fail(
            @PathParam("server") @Pattern(regexp = KEY) String server, @NotNull @Valid FailureRequest request) {
        var context = context(request.failedAt());
        return run(
                context,
                new RecordServerFailure(caller.provider(), server, null, request.cause(), context.occurredAt()));
    }

    @POST
    @Path("/servers/{server}/standby")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Lets a server that stands by step in for one that failed (AVL-029)")
    public Response activate(
            @PathParam("server") @Pattern(regexp = KEY) String server, @NotNull @Valid StandbyRequest request) {
        var context = context(request.activatedAt());
        return run(
                context,
                new ActivateStandbyServer(
                        caller.provider(),
                        server,
                        request.standbyId(),
                        standby.standsBy(caller.provider(), request.standbyId()),
                        caller.person().orElse(null),
                        context.occurredAt()));
    }

    @POST
    @Path("/servers/{server}/restoration")
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Records that a server works again; the one that stepped in stands by again")
    public Response restore(@PathParam("server") @Pattern(regexp = KEY) String server) {
        var context = context(null);
        return run(context, new RestoreServer(caller.provider(), server, context.occurredAt()));
    }

    private Response run(CommandContext context, ServerCommand command) {
        return Answers.done(
                servers.handle(SystemEventTypes.server(command.provider(), command.serverId()), context, command));
    }

    private CommandContext context(@Nullable Instant occurredAt) {
        return occurredAt == null ? caller.context(StreamId.PLATFORM) : caller.context(StreamId.PLATFORM, occurredAt);
    }

    private @Nullable BigDecimal promised() {
        return vendors.of(caller.provider())
                .flatMap(terms -> terms.value(TermKey.DATACENTRE_NETWORK_AVAILABILITY, Percentage.class))
                .map(Percentage::percent)
                .orElse(null);
    }
}
