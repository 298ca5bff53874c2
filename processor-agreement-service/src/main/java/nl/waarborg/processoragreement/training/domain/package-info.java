/** Training and the L3 subscription. */
@NullMarked
package nl.waarborg.processoragreement.training.domain;

import org.jspecify.annotations.NullMarked;
