/** Copies of a customer environment for the investigation of one incident: who saw them, and when they are gone (INC-049 to INC-052, OP-17). */
@NullMarked
package nl.waarborg.incident.investigationcopy.domain;

import org.jspecify.annotations.NullMarked;
