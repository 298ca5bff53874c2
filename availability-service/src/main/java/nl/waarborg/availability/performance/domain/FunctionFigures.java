package nl.waarborg.availability.performance.domain;

/**
 * Response times of one function, exactly counted (AVL-019).
 *
 * @param measured checks that were answered
 * @param withinTarget of those, answered within what was agreed for it; all, where nothing was
 * @param totalMilliseconds the sum, so that means can be weighted
 * @param failed checks without an answer: counted apart, in no other figure
 */
public record FunctionFigures(String function, long measured, long withinTarget, long totalMilliseconds, long failed) {}
