package nl.waarborg.availability.month.domain;

import java.util.List;
import nl.waarborg.availability.month.domain.BurnRateEvent.Burning;

/** @param burning empty while there is no alert */
public record BurnRateAlert(List<Burning> burning) {}
