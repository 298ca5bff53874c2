/** What the end of an agreement ends with it. */
@NullMarked
package nl.waarborg.processoragreement.training.projection;

import org.jspecify.annotations.NullMarked;
