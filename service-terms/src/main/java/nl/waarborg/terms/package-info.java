/** What was agreed: the terms of both presets, a tenant's deviations from them, and their versions over time. */
@NullMarked
package nl.waarborg.terms;

import org.jspecify.annotations.NullMarked;
