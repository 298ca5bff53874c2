/** What an erasure would destroy. */
@NullMarked
package nl.waarborg.processoragreement.disposition.projection;

import org.jspecify.annotations.NullMarked;
