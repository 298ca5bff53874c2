package nl.waarborg.processoragreement.calculation;

/** Questions and answers that the API's description shows; a test asks them. */
final class Examples {

    static final String EXIT_PRICE =
            """
            {"option": "VIEW", "monthlyAmounts": [1700.00, 1850.00, 1800.00]}""";

    static final String EXIT_PRICE_ANSWER =
            """
            {"monthlyAmount": "185.00", "basisAmount": "1850.00", "rule": "XSV-016"}""";

    static final String CANCELLATION =
            """
            {
              "receivedAt": "2026-05-27T16:00:00+02:00",
              "invoicePeriodStart": "2026-06-01",
              "concludedOn": "2024-01-15"
            }""";

    static final String CANCELLATION_ANSWER =
            """
            {
              "accepted": true,
              "endsOn": "2026-05-31",
              "latestReceipt": "2026-05-27",
              "firstEnd": "2025-01-31",
              "rule": "XSV-013"
            }""";

    static final String FIRST_CLASS =
            """
            {"registeredOn": "2026-03-01", "cancelledAt": "2026-03-31T23:59:59+02:00"}""";

    static final String FIRST_CLASS_ANSWER =
            """
            {"startsOn": "2026-04-01", "endsOn": "2026-04-30", "rule": "XSV-024"}""";

    static final String TERMS =
            """
            {
              "preset": "AFAS_SLA",
              "deviations": {"breach.informWithin": "PT36H", "priority.P2.response": "OPEN PT4H"},
              "separateAgreement": {"breach.informWithin": "PT24H"},
              "key": "breach.informWithin"
            }""";

    static final String TERMS_ANSWER =
            """
            {
              "preset": "AFAS_SLA",
              "key": "breach.informWithin",
              "agreed": true,
              "value": "PT24H",
              "clause": "separate agreement",
              "origin": "SEPARATE_AGREEMENT"
            }""";

    static final String INVALID_FIELDS =
            """
            {
              "type": "urn:waarborg:problem:invalid-fields",
              "title": "Some fields are not valid",
              "status": 422,
              "errors": [{"pointer": "/deviations/priority.P9.response", "message": "is no term of an agreement"}]
            }""";

    private Examples() {}
}
