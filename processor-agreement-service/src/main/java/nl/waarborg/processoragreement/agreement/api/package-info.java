/** Agreements over REST. */
@NullMarked
package nl.waarborg.processoragreement.agreement.api;

import org.jspecify.annotations.NullMarked;
