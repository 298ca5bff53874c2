/** Looks for outages in fresh samples. */
@NullMarked
package nl.waarborg.availability.measurement.automation;

import org.jspecify.annotations.NullMarked;
