package nl.waarborg.availability.wish.domain;

/** One person's vote for one wish. */
public record WishVote(boolean cast) {

    static final WishVote NONE = new WishVote(false);
}
