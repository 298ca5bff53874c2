/** What was agreed, for whoever asks why a clock runs as it does. */
@NullMarked
package nl.waarborg.tenants.api;

import org.jspecify.annotations.NullMarked;
