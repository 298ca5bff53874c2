/** Stored events of fair use. */
@NullMarked
package nl.waarborg.processoragreement.fairuse.storage;

import org.jspecify.annotations.NullMarked;
