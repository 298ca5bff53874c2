/** Patches and hotfixes. */
@NullMarked
package nl.waarborg.availability.patch;

import org.jspecify.annotations.NullMarked;
