package nl.waarborg.processoragreement.monthlyreport.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import nl.waarborg.processoragreement.monthlyreport.domain.SlaReportEvent.SlaReportPublished;

/** A report as it stands in its table. */
final class ReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ReportJson() {}

    static String write(SlaReportPublished report) {
        try {
            return MAPPER.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written", e);
        }
    }

    static SlaReportPublished read(String json) {
        try {
            return MAPPER.readValue(json, SlaReportPublished.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be read", e);
        }
    }
}
