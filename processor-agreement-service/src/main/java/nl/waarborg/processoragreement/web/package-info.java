/** What several resources of the service have in common. */
@NullMarked
package nl.waarborg.processoragreement.web;

import org.jspecify.annotations.NullMarked;
