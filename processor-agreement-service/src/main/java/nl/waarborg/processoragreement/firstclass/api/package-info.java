/** First Class over REST. */
@NullMarked
package nl.waarborg.processoragreement.firstclass.api;

import org.jspecify.annotations.NullMarked;
