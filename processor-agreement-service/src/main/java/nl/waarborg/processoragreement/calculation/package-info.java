/** Questions about an agreement, answered without any agreement: prices, days and terms as the rules would have them. */
@NullMarked
package nl.waarborg.processoragreement.calculation;

import org.jspecify.annotations.NullMarked;
