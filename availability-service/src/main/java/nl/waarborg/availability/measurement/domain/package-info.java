/** Samples, the time that they measure, and suspicions of outages. */
@NullMarked
package nl.waarborg.availability.measurement.domain;

import org.jspecify.annotations.NullMarked;
