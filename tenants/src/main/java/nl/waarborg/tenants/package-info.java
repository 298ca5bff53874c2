/** What was agreed with each tenant, over time, as processor-agreement-service publishes it. */
@NullMarked
package nl.waarborg.tenants;

import org.jspecify.annotations.NullMarked;
