/** Patches and hotfixes: tested before, installed at night, their unavailability recorded per environment (AVL-016 to AVL-018, OP-31). */
@NullMarked
package nl.waarborg.availability.patch.domain;

import org.jspecify.annotations.NullMarked;
