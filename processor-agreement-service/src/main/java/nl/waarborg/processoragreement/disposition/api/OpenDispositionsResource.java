package nl.waarborg.processoragreement.disposition.api;

import static nl.waarborg.eventsourcing.web.Roles.AGREEMENT_MANAGER;
import static nl.waarborg.eventsourcing.web.Roles.OPERATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Problem;
import nl.waarborg.processoragreement.disposition.projection.OpenDispositions;
import nl.waarborg.processoragreement.disposition.projection.OpenDispositions.Open;
import nl.waarborg.processoragreement.web.AfterTheEnd;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for a customer's choice. */
@Path("/api/v1/open-dispositions")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@AfterTheEnd
@Tag(name = "Disposition")
public class OpenDispositionsResource {

    private final OpenDispositions open;

    OpenDispositionsResource(OpenDispositions open) {
        this.open = open;
    }

    @GET
    @RolesAllowed({OPERATOR, AGREEMENT_MANAGER})
    @Operation(
            summary = "List customers that left without a choice",
            description =
                    "Their agreement ended and they have not chosen what becomes of their data: nothing is destroyed until they do. The longest ended first. Rule PRA-058, OP-55.")
    public Page<Open> list(@Valid @BeanParam PageQuery page) {
        return open.list(page);
    }
}
