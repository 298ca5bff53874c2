/** The vendor's standard agreement and what customers ask about it. */
@NullMarked
package nl.waarborg.processoragreement.document.domain;

import org.jspecify.annotations.NullMarked;
