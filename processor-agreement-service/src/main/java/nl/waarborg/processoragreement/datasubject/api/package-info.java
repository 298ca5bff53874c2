/** Requests of data subjects over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.datasubject.api;

import org.jspecify.annotations.NullMarked;
