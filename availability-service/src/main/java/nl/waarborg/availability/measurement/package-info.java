/** What monitors saw: samples folded into rows, the time that was measured, and outages that they suggest. */
@NullMarked
package nl.waarborg.availability.measurement;

import org.jspecify.annotations.NullMarked;
