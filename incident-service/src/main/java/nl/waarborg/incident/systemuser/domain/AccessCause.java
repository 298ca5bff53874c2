package nl.waarborg.incident.systemuser.domain;

import java.util.UUID;

/** The open request that access is for; it ends with it (INC-056). */
public record AccessCause(Type type, UUID id) {

    public enum Type {
        /** A Customer Support employee works on an incident. */
        INCIDENT,
        /** A service manager works on a service request. */
        SERVICE_REQUEST,
        /** A consultant works on a consultancy request or project. */
        CONSULTANCY
    }
}
