package nl.waarborg.availability.month.domain;

import java.util.List;
import nl.waarborg.availability.system.domain.Component;

/** When monitors watched the production systems (AVL-027). What nobody watched is neither up nor down. */
public interface MeasuredTime {

    /** When a component of a vendor was watched within a period; in any order, possibly overlapping. None: not measured. */
    List<Interval> of(String provider, Component component, Interval within);
}
