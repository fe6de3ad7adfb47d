package org.shengmo.assessment;

import java.util.Map;
import org.shengmo.docket.CanonicalJson;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is kept as text: canonical JSON, decimals as strings, so that what is read back is what was written. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static String write(Object value) {
        return CanonicalJson.of(MAPPER.convertValue(value, new TypeReference<Map<String, Object>>() {}));
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }
}
