/** How an agreement's events are named in the store, for ever. */
@NullMarked
package nl.waarborg.processoragreement.agreement.storage;

import org.jspecify.annotations.NullMarked;
