package nl.waarborg.eventsourcing.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a query in a transaction of the reader that sees the caller's tenant only, or the tenants of the caller's provider: row-level
 * security does the rest. Without it a reader sees nothing.
 */
@Documented
@Inherited
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface TenantScope {}
