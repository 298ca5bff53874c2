/**
 * How a service plugs itself into the library: it offers one {@link nl.waarborg.eventsourcing.service.ServiceDefinition} bean, and the
 * store, relay, inbound events, deadlines and endpoints are wired around it and started and stopped in order.
 */
@NullMarked
package nl.waarborg.eventsourcing.service;

import org.jspecify.annotations.NullMarked;
