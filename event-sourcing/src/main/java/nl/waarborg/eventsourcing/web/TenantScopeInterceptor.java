package nl.waarborg.eventsourcing.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells the reader's transaction who asks. */
@TenantScope
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
class TenantScopeInterceptor {

    private static final String SCOPE =
            """
            select set_config('waarborg.tenant', ?, true), set_config('waarborg.provider', ?, true),
                set_config('waarborg.platform', ?, true)""";

    private final DataSource reader;
    private final Caller caller;

    TenantScopeInterceptor(DataSource reader, Caller caller) {
        this.reader = reader;
        this.caller = caller;
    }

    @AroundInvoke
    Object inScope(InvocationContext call) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            scope();
            return call.proceed();
        });
    }

    private void scope() throws SQLException {
        // The pool hands the same connection to all who ask within one transaction.
        try (var connection = reader.getConnection();
                var statement = connection.prepareStatement(SCOPE)) {
            statement.setString(1, caller.customerTenant().map(Object::toString).orElse(""));
            statement.setString(2, caller.vendor() ? caller.provider() : "");
            statement.setString(3, caller.provider());
            statement.execute();
        }
    }
}
