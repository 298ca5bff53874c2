/** What becomes of a customer's personal data at the end, and the proof of it. */
@NullMarked
package nl.waarborg.processoragreement.disposition.domain;

import org.jspecify.annotations.NullMarked;
