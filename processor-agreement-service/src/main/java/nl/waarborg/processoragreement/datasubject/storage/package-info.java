/** How events of data subjects' requests are stored. */
@NullMarked
package nl.waarborg.processoragreement.datasubject.storage;

import org.jspecify.annotations.NullMarked;
