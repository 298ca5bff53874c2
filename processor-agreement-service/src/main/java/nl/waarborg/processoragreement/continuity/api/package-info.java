/** Continuity over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.continuity.api;

import org.jspecify.annotations.NullMarked;
