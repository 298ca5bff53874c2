package nl.waarborg.availability.login.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The same hour of earlier weeks (OP-89).
 *
 * @param attempts of each week that is known, in any order; 0 for an hour without any
 */
public record UsualLogins(List<Long> attempts) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    public UsualLogins {
        attempts = attempts.stream().sorted().toList();
    }

    /** More than usual, or fewer. */
    public enum Direction {
        HIGH,
        LOW
    }

    /**
     * When a number is out of the ordinary; all are settings.
     *
     * @param weeks that must be known: before, nothing is judged
     * @param factor more than so many times the usual is high, less than that part of it is low
     * @param minimum smaller numbers say nothing
     */
    public record Norm(int weeks, BigDecimal factor, long minimum) {}

    /** The median; 0 if no week is known. */
    public BigDecimal usual() {
        if (attempts.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var middle = attempts.size() / 2;
        var upper = BigDecimal.valueOf(attempts.get(middle));
        return attempts.size() % 2 == 1
                ? upper
                : upper.add(BigDecimal.valueOf(attempts.get(middle - 1))).divide(TWO);
    }

    /** Whether this number is abnormally high or low (AVL-030). */
    public Optional<Direction> judge(long now, Norm norm) {
        if (attempts.size() < norm.weeks) {
            return Optional.empty();
        }
        var number = BigDecimal.valueOf(now);
        var minimum = BigDecimal.valueOf(norm.minimum);
        if (number.compareTo(minimum) >= 0 && number.compareTo(usual().multiply(norm.factor)) > 0) {
            return Optional.of(Direction.HIGH);
        }
        if (usual().compareTo(minimum) >= 0 && number.multiply(norm.factor).compareTo(usual()) < 0) {
            return Optional.of(Direction.LOW);
        }
        return Optional.empty();
    }
}
