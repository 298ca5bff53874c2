/** What a request of a data subject leads to. */
@NullMarked
package nl.waarborg.processoragreement.datasubject.automation;

import org.jspecify.annotations.NullMarked;
