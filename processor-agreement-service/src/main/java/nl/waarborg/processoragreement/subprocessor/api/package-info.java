/** Suppliers over HTTP, and the feed for everyone. */
@NullMarked
package nl.waarborg.processoragreement.subprocessor.api;

import org.jspecify.annotations.NullMarked;
