/** Incidents, their clocks, and who may look into a customer's environment for them. */
@NullMarked
package nl.waarborg.incident;

import org.jspecify.annotations.NullMarked;
