/**
 * The HTTP edge that all services share: who calls ({@link nl.waarborg.eventsourcing.web.Caller}), problems by RFC 9457, strict
 * bodies, cursor pages, the endpoint for other systems' events, dead letters, the live stream, health and metrics.
 */
@NullMarked
package nl.waarborg.eventsourcing.web;

import org.jspecify.annotations.NullMarked;
