/** Requests of data subjects: never answered, always passed on (PRA-024, PRA-025). */
@NullMarked
package nl.waarborg.processoragreement.datasubject.domain;

import org.jspecify.annotations.NullMarked;
