/** Agreement terms and business calendars. */
@NullMarked
package nl.waarborg.terms;

import org.jspecify.annotations.NullMarked;
