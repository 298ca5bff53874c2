/** Samples as monitors post them, and measurements as people see them. */
@NullMarked
package nl.waarborg.availability.measurement.api;

import org.jspecify.annotations.NullMarked;
