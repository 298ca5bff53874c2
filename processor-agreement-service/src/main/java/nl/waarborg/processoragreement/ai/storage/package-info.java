/** Stored events about external AI. */
@NullMarked
package nl.waarborg.processoragreement.ai.storage;

import org.jspecify.annotations.NullMarked;
