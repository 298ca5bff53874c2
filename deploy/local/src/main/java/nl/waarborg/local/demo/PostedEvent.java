package nl.waarborg.local.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as another system posts it.
 *
 * @param id unique within its source and the same at every replay
 * @param tenant null for what concerns the source alone
 * @param time when it happened, UTC
 */
record PostedEvent(String id, String type, @Nullable UUID tenant, Instant time, Map<String, Object> data) {

    PostedEvent {
        data = Map.copyOf(data);
    }

    /** A structured CloudEvent 1.0. */
    Map<String, Object> asCloudEvent(String source, boolean historic) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        event.put("time", time.toString());
        if (tenant != null) {
            event.put("tenantid", tenant.toString());
        }
        if (historic) {
            event.put("historic", true);
        }
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return event;
    }
}
