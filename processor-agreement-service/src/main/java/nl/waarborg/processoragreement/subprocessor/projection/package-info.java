/** The register of suppliers, objections, consents and systems. */
@NullMarked
package nl.waarborg.processoragreement.subprocessor.projection;

import org.jspecify.annotations.NullMarked;
