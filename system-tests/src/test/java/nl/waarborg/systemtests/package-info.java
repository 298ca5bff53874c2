/** Journeys through the running suite, as its users meet it: over HTTP, Kafka and SMTP, against real parts. */
@NullMarked
package nl.waarborg.systemtests;

import org.jspecify.annotations.NullMarked;
