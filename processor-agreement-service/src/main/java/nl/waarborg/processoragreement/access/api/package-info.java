/** Access over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.access.api;

import org.jspecify.annotations.NullMarked;
