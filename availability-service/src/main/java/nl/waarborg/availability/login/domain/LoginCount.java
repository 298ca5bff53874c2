package nl.waarborg.availability.login.domain;

import org.jspecify.annotations.Nullable;

/** @param pseudonym of the account or address; null for the customer as a whole */
public record LoginCount(LoginSubject subject, @Nullable String pseudonym, long attempts, long failed) {

    /**
     * Whether it looks like guessing: at least so many failed attempts, and at least that percentage of all (AVL-031).
     */
    public boolean looksLikeMisuse(long leastFailed, int leastPercent) {
        return failed >= leastFailed && failed * 100 >= attempts * leastPercent;
    }
}
