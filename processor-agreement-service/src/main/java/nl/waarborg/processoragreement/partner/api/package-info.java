/** Partners over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.partner.api;

import org.jspecify.annotations.NullMarked;
