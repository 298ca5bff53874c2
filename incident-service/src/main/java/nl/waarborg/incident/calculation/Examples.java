package nl.waarborg.incident.calculation;

/** Questions and answers that the API's description shows; a test asks them. */
final class Examples {

    static final String OPEN_TIME =
            """
            {
              "calendar": {
                "zone": "Europe/Amsterdam",
                "weekly": {
                  "THURSDAY": [["08:00", "12:00"], ["13:00", "17:00"]],
                  "FRIDAY": [["08:00", "16:00"]]
                },
                "exceptions": {"2026-12-24": [["08:00", "12:00"]], "2026-12-25": []}
              },
              "operation": "ADD",
              "start": "2026-12-24T11:00:00+01:00",
              "duration": "PT2H"
            }""";

    static final String OPEN_TIME_ANSWER =
            """
            {
              "instant": "2026-12-31T09:00:00+01:00",
              "slices": [
                {
                  "from": "2026-12-24T11:00:00+01:00",
                  "to": "2026-12-24T12:00:00+01:00",
                  "state": "OPEN",
                  "reason": "deviating hours: hours of this day"
                },
                {
                  "from": "2026-12-24T12:00:00+01:00",
                  "to": "2026-12-25T00:00:00+01:00",
                  "state": "CLOSED",
                  "reason": "outside deviating hours: hours of this day"
                },
                {
                  "from": "2026-12-25T00:00:00+01:00",
                  "to": "2026-12-26T00:00:00+01:00",
                  "state": "CLOSED",
                  "reason": "closed on this day"
                },
                {
                  "from": "2026-12-26T00:00:00+01:00",
                  "to": "2026-12-31T08:00:00+01:00",
                  "state": "CLOSED",
                  "reason": "outside weekly hours"
                },
                {
                  "from": "2026-12-31T08:00:00+01:00",
                  "to": "2026-12-31T09:00:00+01:00",
                  "state": "OPEN",
                  "reason": "weekly hours"
                }
              ]
            }""";

    static final String WORKING_DAYS =
            """
            {
              "calendar": "AFAS_SLA/support",
              "operation": "ADD_WORKING_DAYS",
              "start": "2026-03-05T16:30:00+01:00",
              "workingDays": 1,
              "strategy": "SAME_CLOCK_TIME"
            }""";

    static final String DEADLINES =
            """
            {
              "preset": "AFAS_SLA",
              "firstClass": false,
              "reportedAt": "2026-03-14T10:00:00+01:00",
              "priority": "P2",
              "calamity": true,
              "pauses": [
                {"from": "2026-03-16T09:00:00+01:00", "to": "2026-03-16T11:00:00+01:00", "party": "CUSTOMER"}
              ],
              "deviations": {
                "priority.P2.response": "OPEN PT8H",
                "priority.P2.recovery": "ABSENT",
                "clock.pauseWhileWaiting": "CUSTOMER"
              }
            }""";

    static final String DEADLINES_ANSWER =
            """
            {
              "clocks": [
                {
                  "clock": "RESPONSE",
                  "termKey": "priority.P2.response",
                  "rule": "INC-036",
                  "startsAt": "2026-03-16T08:00:00+01:00",
                  "deadline": "2026-03-16T16:00:00+01:00",
                  "netDeadline": "2026-03-17T09:00:00+01:00",
                  "calendar": "AFAS_SLA/support",
                  "slices": [
                    {
                      "from": "2026-03-16T08:00:00+01:00",
                      "to": "2026-03-16T09:00:00+01:00",
                      "state": "OPEN",
                      "reason": "weekly hours (AFAS §2.2.2 tab. 8)"
                    },
                    {
                      "from": "2026-03-16T09:00:00+01:00",
                      "to": "2026-03-16T11:00:00+01:00",
                      "state": "PAUSED",
                      "reason": "waiting for CUSTOMER"
                    },
                    {
                      "from": "2026-03-16T11:00:00+01:00",
                      "to": "2026-03-16T17:00:00+01:00",
                      "state": "OPEN",
                      "reason": "weekly hours (AFAS §2.2.2 tab. 8)"
                    },
                    {
                      "from": "2026-03-16T17:00:00+01:00",
                      "to": "2026-03-17T08:00:00+01:00",
                      "state": "CLOSED",
                      "reason": "outside weekly hours (AFAS §2.2.2 tab. 8)"
                    },
                    {
                      "from": "2026-03-17T08:00:00+01:00",
                      "to": "2026-03-17T09:00:00+01:00",
                      "state": "OPEN",
                      "reason": "weekly hours (AFAS §2.2.2 tab. 8)"
                    }
                  ]
                },
                {
                  "clock": "CALAMITY_CONTACT",
                  "termKey": "calamity.outsideHours",
                  "rule": "INC-028",
                  "startsAt": "2026-03-16T06:00:00+01:00",
                  "deadline": "2026-03-16T17:00:00+01:00",
                  "netDeadline": "2026-03-16T19:00:00+01:00",
                  "target": "2026-03-16T07:00:00+01:00",
                  "calendar": "AFAS_SLA/calamity",
                  "slices": [
                    {
                      "from": "2026-03-16T06:00:00+01:00",
                      "to": "2026-03-16T09:00:00+01:00",
                      "state": "OPEN",
                      "reason": "weekly hours (AFAS §2.2.2 tab. 9)"
                    },
                    {
                      "from": "2026-03-16T09:00:00+01:00",
                      "to": "2026-03-16T11:00:00+01:00",
                      "state": "PAUSED",
                      "reason": "waiting for CUSTOMER"
                    },
                    {
                      "from": "2026-03-16T11:00:00+01:00",
                      "to": "2026-03-16T19:00:00+01:00",
                      "state": "OPEN",
                      "reason": "weekly hours (AFAS §2.2.2 tab. 9)"
                    }
                  ]
                }
              ]
            }""";

    static final String INVALID_FIELDS =
            """
            {
              "type": "urn:waarborg:problem:invalid-fields",
              "title": "Some fields are not valid",
              "status": 422,
              "errors": [
                {"pointer": "/calendar/weekly/MONDAY/1", "message": "overlaps an interval that starts no later"},
                {"pointer": "/duration", "message": "is required by ADD"}
              ]
            }""";

    static final String UNKNOWN_TERM =
            """
            {
              "type": "urn:waarborg:problem:invalid-fields",
              "title": "Some fields are not valid",
              "status": 422,
              "errors": [{"pointer": "/deviations/priority.P9.response", "message": "is no term of an agreement"}]
            }""";

    static final String FIRST_CLASS_ONLY =
            """
            {
              "type": "urn:waarborg:problem:refused-by-rule",
              "title": "A rule of the agreement refuses this",
              "status": 409,
              "detail": "priority 1 is reserved for customers with a First Class contract",
              "rule": "INC-031",
              "code": "first-class-only"
            }""";

    static final String MALFORMED =
            """
            {
              "type": "urn:waarborg:problem:malformed-body",
              "title": "The body cannot be read",
              "status": 400,
              "detail": "the body is not JSON at line 1, column 2"
            }""";

    private Examples() {}
}
