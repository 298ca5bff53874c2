/** Statistics of use over HTTP. */
@NullMarked
package nl.waarborg.processoragreement.usage.api;

import org.jspecify.annotations.NullMarked;
