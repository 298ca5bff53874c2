/** How the events of training are stored. */
@NullMarked
package nl.waarborg.processoragreement.training.storage;

import org.jspecify.annotations.NullMarked;
