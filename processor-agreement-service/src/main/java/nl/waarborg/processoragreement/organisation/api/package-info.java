/** Organisation data over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.organisation.api;

import org.jspecify.annotations.NullMarked;
