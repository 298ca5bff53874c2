/** What the terms and the calendars mean for one report: where its clocks start, when they are due, and why. */
@NullMarked
package nl.waarborg.terms.clock;

import org.jspecify.annotations.NullMarked;
