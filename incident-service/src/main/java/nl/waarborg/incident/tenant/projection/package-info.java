/** Terms and entitlements over time, in tables. */
@NullMarked
package nl.waarborg.incident.tenant.projection;

import org.jspecify.annotations.NullMarked;
