/** What is processed for a customer and on whose word: the customer decides, the vendor follows (PRA-009 to PRA-019, PRA-026, PRA-027, PRA-035). */
@NullMarked
package nl.waarborg.processoragreement.processing.domain;

import org.jspecify.annotations.NullMarked;
