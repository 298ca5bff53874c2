package nl.waarborg.availability.release.domain;

/** By what right a migration was moved. */
public enum MoveGround {
    CUSTOMER,
    VENDOR,
    VENDOR_WITH_CONSENT,
    EMERGENCY
}
