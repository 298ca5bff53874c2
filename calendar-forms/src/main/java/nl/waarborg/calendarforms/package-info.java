/** Calendars as callers of calculations write them; nothing is stored. */
@NullMarked
package nl.waarborg.calendarforms;

import org.jspecify.annotations.NullMarked;
