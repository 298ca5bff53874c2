/** Disposition over REST. */
@NullMarked
package nl.waarborg.processoragreement.disposition.api;

import org.jspecify.annotations.NullMarked;
