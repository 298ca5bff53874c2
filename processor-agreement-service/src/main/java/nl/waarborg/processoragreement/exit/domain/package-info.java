/** How a customer leaves. */
@NullMarked
package nl.waarborg.processoragreement.exit.domain;

import org.jspecify.annotations.NullMarked;
