/** What others may know of services. */
@NullMarked
package nl.waarborg.processoragreement.service.publication;

import org.jspecify.annotations.NullMarked;
