/** How events of suppliers are stored. */
@NullMarked
package nl.waarborg.processoragreement.subprocessor.storage;

import org.jspecify.annotations.NullMarked;
