/** Cases of abuse or needless load, and how each is solved with the customer. */
@NullMarked
package nl.waarborg.processoragreement.fairuse.domain;

import org.jspecify.annotations.NullMarked;
