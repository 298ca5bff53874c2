package nl.waarborg.eventsourcing.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.event.Observes;

/** Leaves {@code Connection} out of answers over HTTP/2, which forbids it: the server asks to close when a body is too large. */
class ConnectionHeader {

    private static final int BEFORE_ROUTES = 100;

    void filter(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (request.request().version() == HttpVersion.HTTP_2) {
                        request.addHeadersEndHandler(
                                end -> request.response().headers().remove(HttpHeaders.CONNECTION));
                    }
                    request.next();
                },
                BEFORE_ROUTES);
    }
}
