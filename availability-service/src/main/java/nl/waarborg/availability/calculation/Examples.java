package nl.waarborg.availability.calculation;

/** Bodies that the API's description shows, and the tests send. */
final class Examples {

    static final String AVAILABILITY =
            """
            {
              "zone": "Europe/Amsterdam",
              "month": "2026-03",
              "components": ["PROFIT"],
              "outages": [{"component": "PROFIT", "from": "2026-03-14T22:00:00+01:00", "to": "2026-03-15T00:00:00+01:00"}],
              "exclusions": [
                {"from": "2026-03-14T22:00:00+01:00", "to": "2026-03-14T23:00:00+01:00", "reason": "PREVENTIVE_MAINTENANCE"}
              ],
              "unmeasured": [],
              "floor": 99.5
            }""";

    static final String AVAILABILITY_ANSWER =
            """
            {
              "availability": 99.86,
              "exact": {"numerator": 741, "denominator": 742},
              "byDefinition": 99.86,
              "strict": 99.86,
              "includingExcluded": 99.73,
              "perComponent": [
                {
                  "component": "PROFIT",
                  "up": 2667600,
                  "total": 2671200,
                  "downSeconds": 3600,
                  "excludedSeconds": 3600,
                  "unmeasuredSeconds": 0
                }
              ],
              "downSeconds": 3600,
              "excludedSeconds": 3600,
              "coverage": 100.00,
              "errorBudgetSeconds": 9756
            }""";

    static final String BURN_RATE =
            """
            {
              "floor": 99.5,
              "windowSeconds": 2674800,
              "elapsedSeconds": 86400,
              "downSeconds": 360,
              "short": {"seconds": 300, "downSeconds": 300},
              "long": {"seconds": 3600, "downSeconds": 360},
              "factor": 14.4
            }""";

    static final String BURN_RATE_ANSWER =
            """
            {
              "budgetSeconds": 13374,
              "remainingSeconds": 13014,
              "shortRate": 200.0000,
              "longRate": 20.0000,
              "alert": true
            }""";

    private Examples() {}
}
