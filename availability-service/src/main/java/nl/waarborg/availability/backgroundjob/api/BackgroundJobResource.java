package nl.waarborg.availability.backgroundjob.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import nl.waarborg.availability.backgroundjob.projection.BackgroundJobsView;
import nl.waarborg.availability.backgroundjob.projection.BackgroundJobsView.JobRow;
import nl.waarborg.availability.backgroundjob.projection.BackgroundJobsView.Listed;
import nl.waarborg.eventsourcing.web.Page;
import nl.waarborg.eventsourcing.web.PageQuery;
import nl.waarborg.eventsourcing.web.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/background-jobs")
@RolesAllowed({
    Roles.OPERATOR,
    Roles.SUPPORT_AGENT,
    Roles.FIRST_CLASS_AGENT,
    Roles.PAYROLL_PROCESSOR,
    Roles.ADMINISTRATOR,
    Roles.FUNCTIONAL_ADMINISTRATOR
})
@Tag(name = "background jobs", description = "Large tasks in the background (AVL-023)")
class BackgroundJobResource {

    private final BackgroundJobsView view;

    BackgroundJobResource(BackgroundJobsView view) {
        this.view = view;
    }

    @GET
    @Operation(summary = "Large tasks, the latest first; a customer sees its own")
    public Page<JobRow> list(
            @QueryParam("tenant") @Nullable UUID tenant,
            @QueryParam("state") BackgroundJobsView.@Nullable State state,
            @Valid @BeanParam PageQuery page) {
        return Page.of(
                        view.jobs(tenant, state, page.after(2), page.fetch()),
                        page,
                        last -> List.of(
                                last.job().queuedAt().toString(), last.stream().toString()))
                .map(Listed::job);
    }
}
