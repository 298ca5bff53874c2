/** Remote viewing: a personal code, a session, and control only with the user's permission (INC-048). */
@NullMarked
package nl.waarborg.incident.remoteviewing.domain;

import org.jspecify.annotations.NullMarked;
