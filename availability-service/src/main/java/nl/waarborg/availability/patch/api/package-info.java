/** Patches over REST, and as installers post them. */
@NullMarked
package nl.waarborg.availability.patch.api;

import org.jspecify.annotations.NullMarked;
