/** What others may know of training. */
@NullMarked
package nl.waarborg.processoragreement.training.publication;

import org.jspecify.annotations.NullMarked;
