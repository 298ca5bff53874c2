/** How statistics of use are stored. */
@NullMarked
package nl.waarborg.processoragreement.usage.storage;

import org.jspecify.annotations.NullMarked;
