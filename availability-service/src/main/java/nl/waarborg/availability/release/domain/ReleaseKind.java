package nl.waarborg.availability.release.domain;

/** Which changes a version brings (AVL-034). */
public enum ReleaseKind {
    INNOVATIVE,
    STATUTORY
}
