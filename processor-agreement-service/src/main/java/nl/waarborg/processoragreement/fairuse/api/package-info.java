/** Fair use over REST. */
@NullMarked
package nl.waarborg.processoragreement.fairuse.api;

import org.jspecify.annotations.NullMarked;
