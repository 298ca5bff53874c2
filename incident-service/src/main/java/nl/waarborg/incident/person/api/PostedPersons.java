package nl.waarborg.incident.person.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.waarborg.eventsourcing.Actor;
import nl.waarborg.eventsourcing.CommandContext;
import nl.waarborg.eventsourcing.CommandHandler;
import nl.waarborg.eventsourcing.CommandResult;
import nl.waarborg.eventsourcing.StreamId;
import nl.waarborg.eventsourcing.inbound.PostedType;
import nl.waarborg.eventsourcing.web.Tenants;
import nl.waarborg.incident.person.domain.Authority;
import nl.waarborg.incident.person.domain.Language;
import nl.waarborg.incident.person.domain.Person;
import nl.waarborg.incident.person.domain.PersonCommand;
import nl.waarborg.incident.person.domain.PersonCommand.AssignPortalRole;
import nl.waarborg.incident.person.domain.PersonCommand.RegisterPerson;
import nl.waarborg.incident.person.domain.PersonCommand.RevokePortalRole;
import nl.waarborg.incident.person.domain.PersonEvent;
import nl.waarborg.incident.person.domain.PortalRole;
import nl.waarborg.incident.person.storage.PersonEventTypes;
import org.jspecify.annotations.Nullable;

/** What a customer's own system posts about its persons: its grant stands for the Administrator's word (INC-010). */
@ApplicationScoped
public class PostedPersons {

    private final CommandHandler<PersonCommand, Person, PersonEvent> persons;
    private final Tenants tenants;

    public PostedPersons(CommandHandler<PersonCommand, Person, PersonEvent> persons, Tenants tenants) {
        this.persons = persons;
        this.tenants = tenants;
    }

    /** @param language in which the person gets mail; Dutch if absent */
    public record RegisterPersonV1(
            UUID personId,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String mail,
            @Nullable @Size(max = 40) String phone,
            @Nullable Language language) {}

    /** @param knowledgeDeclared the person has extensive knowledge of the software (INC-004) */
    public record AssignPortalRoleV1(UUID personId, PortalRole role, @Nullable Boolean knowledgeDeclared) {}

    public record RevokePortalRoleV1(UUID personId, PortalRole role) {}

    public List<PostedType<?>> types() {
        return List.of(
                PostedType.of(
                        "nl.waarborg.incident.register-person.v1",
                        RegisterPersonV1.class,
                        (tenant, data) -> PersonEventTypes.stream(tenant, data.personId()),
                        this::register),
                PostedType.of(
                        "nl.waarborg.incident.assign-portal-role.v1",
                        AssignPortalRoleV1.class,
                        (tenant, data) -> PersonEventTypes.stream(tenant, data.personId()),
                        this::assign),
                PostedType.of(
                        "nl.waarborg.incident.revoke-portal-role.v1",
                        RevokePortalRoleV1.class,
                        (tenant, data) -> PersonEventTypes.stream(tenant, data.personId()),
                        this::revoke));
    }

    private CommandResult<?> register(StreamId stream, CommandContext context, RegisterPersonV1 data) {
        return persons.handle(
                stream,
                context,
                new RegisterPerson(
                        data.personId(),
                        Actor.Side.CUSTOMER,
                        tenants.provider(context.tenant()).orElse(""),
                        data.name(),
                        data.mail(),
                        data.phone(),
                        data.language() == null ? Language.NL : data.language()));
    }

    private CommandResult<?> assign(StreamId stream, CommandContext context, AssignPortalRoleV1 data) {
        return persons.handle(
                stream,
                context,
                new AssignPortalRole(
                        data.personId(),
                        data.role(),
                        Boolean.TRUE.equals(data.knowledgeDeclared()),
                        Authority.CUSTOMER_SYSTEM,
                        context.actor().id(),
                        context.occurredAt()));
    }

    private CommandResult<?> revoke(StreamId stream, CommandContext context, RevokePortalRoleV1 data) {
        return persons.handle(
                stream,
                context,
                new RevokePortalRole(
                        data.personId(),
                        data.role(),
                        Authority.CUSTOMER_SYSTEM,
                        context.actor().id(),
                        context.occurredAt()));
    }
}
