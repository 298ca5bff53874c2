/** Services that a customer orders beside its licence. */
@NullMarked
package nl.waarborg.processoragreement.service.domain;

import org.jspecify.annotations.NullMarked;
