/** The rules of one incident: what may happen to it, and which clocks run against it. Pure functions of facts. */
@NullMarked
package nl.waarborg.incident.incident.domain;

import org.jspecify.annotations.NullMarked;
