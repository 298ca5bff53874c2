/** Functions with external AI: what the vendor offers, and what a customer does with them. */
@NullMarked
package nl.waarborg.processoragreement.ai.domain;

import org.jspecify.annotations.NullMarked;
