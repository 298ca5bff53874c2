/** Stored names of the events of the on-call roster. */
@NullMarked
package nl.waarborg.availability.oncall.storage;

import org.jspecify.annotations.NullMarked;
