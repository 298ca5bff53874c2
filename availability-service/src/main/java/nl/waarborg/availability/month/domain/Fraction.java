package nl.waarborg.availability.month.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact share, in lowest terms. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0, 1);

    /** @throws IllegalArgumentException if the denominator is not positive */
    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a denominator is positive");
        }
        var divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** 199/200 for 99.5. */
    public static Fraction ofPercent(BigDecimal percent) {
        var share = percent.movePointLeft(2);
        return share.scale() <= 0
                ? new Fraction(share.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(share.unscaledValue(), BigInteger.TEN.pow(share.scale()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException if the other is not positive */
    Fraction over(Fraction other) {
        if (other.numerator.signum() <= 0) {
            throw new ArithmeticException("only positive shares divide");
        }
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Rounded down, also below zero: a budget that is overdrawn is never shown as used up. */
    public long floor() {
        return decimal(0).longValueExact();
    }

    /** Rounded down to so many digits. */
    public BigDecimal decimal(int digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, RoundingMode.FLOOR);
    }

    /** Rounded down to two decimals: 99.4999 shows 99.49 (OP-27). */
    public BigDecimal percent() {
        return times(of(100, 1)).decimal(2);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
