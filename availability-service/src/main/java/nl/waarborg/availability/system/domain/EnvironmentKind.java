package nl.waarborg.availability.system.domain;

/** What an environment is for. Only production counts towards the floor and the response times (AVL-033, XSV-054). */
public enum EnvironmentKind {
    PRODUCTION,
    ACCEPTANCE,
    TEST,
    TRAINING
}
