/** How the events of services are stored. */
@NullMarked
package nl.waarborg.processoragreement.service.storage;

import org.jspecify.annotations.NullMarked;
