/** Statistics of use, per function and day. */
@NullMarked
package nl.waarborg.processoragreement.usage.projection;

import org.jspecify.annotations.NullMarked;
