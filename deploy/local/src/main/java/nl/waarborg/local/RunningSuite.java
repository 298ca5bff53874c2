package nl.waarborg.local;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where a suite that is up answers, for programs that use it.
 *
 * @param demoTenants the file that names the demo's tenants
 * @param demoPlatform the file that says until when the demo told its platforms' past, once it did
 */
public record RunningSuite(
        URI incidents, URI availability, URI agreements, URI issuer, Path demoTenants, Path demoPlatform) {

    /** Throws {@link LocalPartException} if none runs below this source tree. */
    public static RunningSuite in(Path root) {
        var layout = SupervisorProcess.running(new Layout(root, 0))
                .map(SupervisorProcess::layout)
                .orElseThrow(() -> new LocalPartException("Waarborg does not run; start it with: ./waarborg up"));
        return of(layout);
    }

    static RunningSuite of(Layout layout) {
        return new RunningSuite(
                layout.address(SuiteService.INCIDENT),
                layout.address(SuiteService.AVAILABILITY),
                layout.address(SuiteService.PROCESSOR_AGREEMENT),
                layout.issuer(),
                layout.demoTenants(),
                layout.demoPlatform());
    }
}
