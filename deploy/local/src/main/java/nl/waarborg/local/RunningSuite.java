package nl.waarborg.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where a suite that is up answers, for programs that use it.
 *
 * @param demoTenants the file that names the demo's tenants
 */
public record RunningSuite(URI incidents, URI agreements, URI issuer, Path demoTenants) {

    /** Throws {@link LocalPartException} if none runs below this source tree. */
    public static RunningSuite in(Path root) {
        var layout = SupervisorProcess.running(new Layout(root, 0))
                .map(SupervisorProcess::layout)
                .orElseThrow(() -> new LocalPartException("Waarborg does not run; start it with: ./waarborg up"));
        return new RunningSuite(
                layout.address(SuiteService.INCIDENT),
                layout.address(SuiteService.PROCESSOR_AGREEMENT),
                layout.issuer(),
                layout.demoTenants());
    }
}
