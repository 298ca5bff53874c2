package nl.waarborg.incident.problem.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** How many knowledge questions a customer asked for its size, beside its peers (OP-19). */
public record KnowledgeQuestions(UUID tenantId, int questions, int users) {

    private static final int SCALE = 2;

    /**
     * A customer that asked more than the norm.
     *
     * @param perUsers questions for so many users as the term says, two decimals
     * @param norm the mean of the comparable customers times the factor, two decimals
     */
    public record AboveNorm(UUID tenantId, int questions, int users, BigDecimal perUsers, BigDecimal norm) {}

    /**
     * @param comparable customers of one vendor; those without users have no size and are left out
     * @param perUsers term {@code signal.knowledgeQuestions.perUsers}, such as 100
     * @param factor how far above the mean a signal begins; 1 is the mean itself
     * @return the customers above the norm, the highest first
     */
    public static List<AboveNorm> aboveNorm(
            List<KnowledgeQuestions> comparable, BigDecimal perUsers, BigDecimal factor) {
        var sized = comparable.stream().filter(figure -> figure.users() > 0).toList();
        if (sized.isEmpty()) {
            return List.of();
        }
        var mean = sized.stream()
                .map(figure -> figure.rate(perUsers))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(sized.size()), MathContext.DECIMAL64);
        var norm = mean.multiply(factor);
        return sized.stream()
                .filter(figure -> figure.rate(perUsers).compareTo(norm) > 0)
                .map(figure -> new AboveNorm(
                        figure.tenantId(),
                        figure.questions(),
                        figure.users(),
                        figure.rate(perUsers).setScale(SCALE, RoundingMode.HALF_UP),
                        norm.setScale(SCALE, RoundingMode.HALF_UP)))
                .sorted(Comparator.comparing(AboveNorm::perUsers).reversed())
                .toList();
    }

    private BigDecimal rate(BigDecimal perUsers) {
        return BigDecimal.valueOf(questions)
                .multiply(perUsers)
                .divide(BigDecimal.valueOf(users), MathContext.DECIMAL64);
    }
}
