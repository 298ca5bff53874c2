/** What other services may know of suppliers. */
@NullMarked
package nl.waarborg.processoragreement.subprocessor.publication;

import org.jspecify.annotations.NullMarked;
