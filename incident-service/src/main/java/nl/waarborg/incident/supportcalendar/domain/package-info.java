/** Published versions of support calendars, the days on which hours deviate, and rosters for work on site (INC-015 to INC-019, INC-023 to INC-025). */
@NullMarked
package nl.waarborg.incident.supportcalendar.domain;

import org.jspecify.annotations.NullMarked;
