/** Measurements of Waarborg beside peers and physical limits, interleaved in one run, reported as ratios. */
@NullMarked
package nl.waarborg.benchmarks;

import org.jspecify.annotations.NullMarked;
