package nl.waarborg.processoragreement.subprocessor.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import nl.waarborg.eventsourcing.web.ProblemException;
import nl.waarborg.processoragreement.subprocessor.SupplierSettings;
import nl.waarborg.processoragreement.subprocessor.VendorSettings;
import nl.waarborg.processoragreement.subprocessor.projection.PublicSuppliers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feed for everyone, without a login: who will process data, from when (PRA-039). */
@Path("/subprocessors")
@PermitAll
@Tag(name = "sub-processor feed", description = "Public: announcements of sub-processors and of their changes")
public class PublicSupplierResource {

    private static final Duration CACHED = Duration.ofMinutes(1);

    private final PublicSuppliers suppliers;
    private final VendorSettings vendors;
    private final SupplierSettings settings;

    PublicSupplierResource(PublicSuppliers suppliers, VendorSettings vendors, SupplierSettings settings) {
        this.suppliers = suppliers;
        this.vendors = vendors;
        this.settings = settings;
    }

    @GET
    @Path("/{vendor}/feed.json")
    @Produces("application/feed+json")
    @Operation(summary = "The latest 200 notices of a vendor as a JSON Feed")
    public Response json(@PathParam("vendor") String vendor) {
        return cached(Response.ok(feed(vendor), "application/feed+json"));
    }

    @GET
    @Path("/{vendor}/feed.atom")
    @Produces({MediaType.APPLICATION_ATOM_XML, "application/problem+json"})
    @Operation(summary = "The same as an Atom feed")
    public Response atom(@PathParam("vendor") String vendor) {
        return cached(Response.ok(feed(vendor).atom(vendor, address(vendor)), MediaType.APPLICATION_ATOM_XML));
    }

    private SupplierFeed feed(String vendor) {
        if (!vendors.presets().containsKey(vendor)) {
            throw ProblemException.notFound();
        }
        return SupplierFeed.of(vendor, address(vendor), suppliers.notices(vendor));
    }

    private String address(String vendor) {
        return settings.publicUrl() + "/subprocessors/" + vendor + "/feed";
    }

    private static Response cached(Response.ResponseBuilder answer) {
        var briefly = new CacheControl();
        briefly.setMaxAge((int) CACHED.toSeconds());
        return answer.cacheControl(briefly).build();
    }
}
