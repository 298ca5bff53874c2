/** Measures and certificates over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.measure.api;

import org.jspecify.annotations.NullMarked;
