package nl.waarborg.processoragreement.securityincident.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.waarborg.processoragreement.securityincident.domain.NoticeContent;
import nl.waarborg.processoragreement.securityincident.domain.NoticeField;
import org.jspecify.annotations.Nullable;

/** A notice's content as one text, to be protected as a whole. */
final class NoticeContents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private NoticeContents() {}

    /** Null if it says nothing: nothing needs to be protected, also after the tenant's key was destroyed. */
    static @Nullable String write(@Nullable NoticeContent content) {
        try {
            return content == null || content.equals(NoticeContent.NOTHING) ? null : JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a notice cannot be written", e);
        }
    }

    /** Nothing if the tenant's key was destroyed. */
    static NoticeContent read(@Nullable String text) {
        try {
            return text == null ? NoticeContent.NOTHING : JSON.readValue(text, NoticeContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a notice cannot be read", e);
        }
    }

    static String words(List<NoticeField> fields) {
        return fields.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static List<NoticeField> fields(String words) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(",", -1)).map(NoticeField::valueOf).toList();
    }
}
