/** Anomalies of logins, their investigation, and the daily check for misuse. */
@NullMarked
package nl.waarborg.availability.login.domain;

import org.jspecify.annotations.NullMarked;
