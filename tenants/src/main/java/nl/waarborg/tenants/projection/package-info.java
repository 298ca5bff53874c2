/** Terms and entitlements over time, in tables. */
@NullMarked
package nl.waarborg.tenants.projection;

import org.jspecify.annotations.NullMarked;
