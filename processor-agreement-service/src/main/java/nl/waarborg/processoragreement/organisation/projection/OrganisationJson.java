package nl.waarborg.processoragreement.organisation.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import nl.waarborg.processoragreement.organisation.domain.OrganisationData;
import org.jspecify.annotations.Nullable;

/** Organisation data as one text, which is stored encrypted. */
final class OrganisationJson {

    private static final JsonMapper JSON = new JsonMapper();

    private OrganisationJson() {}

    static @Nullable String write(@Nullable OrganisationData data) {
        try {
            return data == null ? null : JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("organisation data cannot be written", e);
        }
    }

    /** Null if the tenant's key was destroyed. */
    static @Nullable OrganisationData read(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, OrganisationData.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("organisation data cannot be read", e);
        }
    }
}
