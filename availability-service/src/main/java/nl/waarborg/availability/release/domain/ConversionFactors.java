package nl.waarborg.availability.release.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the duration of a migration depends on (AVL-041).
 *
 * @param conversion kind of data conversion
 * @param databaseMegabytes size of the database
 * @param recordsAdjusted number of records that were adjusted
 */
public record ConversionFactors(
        @Nullable String conversion, @Nullable Long databaseMegabytes, @Nullable Long recordsAdjusted) {}
