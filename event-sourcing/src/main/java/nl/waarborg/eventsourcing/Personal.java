package nl.waarborg.eventsourcing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of an event that holds personal data: names, addresses, mail, free text. It is encrypted with the tenant's key
 * from the first event on; destroying the key makes it unreadable in the store and in every backup. A component whose key
 * is gone reads as {@code null} (text) or empty (collections).
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
