/** Standard documents and questions over REST. */
@NullMarked
package nl.waarborg.processoragreement.document.api;

import org.jspecify.annotations.NullMarked;
