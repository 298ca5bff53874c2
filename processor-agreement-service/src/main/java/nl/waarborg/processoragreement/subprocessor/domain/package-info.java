/** Rules of suppliers: where, with which certificates, announced how long before, and with whose consent. */
@NullMarked
package nl.waarborg.processoragreement.subprocessor.domain;

import org.jspecify.annotations.NullMarked;
