/** Rules of the register and of each customer's breach, with its chained clocks. */
@NullMarked
package nl.waarborg.processoragreement.securityincident.domain;

import org.jspecify.annotations.NullMarked;
