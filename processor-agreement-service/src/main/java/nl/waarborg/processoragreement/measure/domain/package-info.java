/** The registers of measures and certificates. */
@NullMarked
package nl.waarborg.processoragreement.measure.domain;

import org.jspecify.annotations.NullMarked;
