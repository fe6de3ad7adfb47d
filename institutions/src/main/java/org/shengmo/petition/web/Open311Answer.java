package org.shengmo.petition.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.shengmo.workbook.OpenForms;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** An answer of GeoReport v2 in the format asked for: what lists are called in JSON, each member has a name of its own in XML. */
final class Open311Answer {

    private static final Map<String, String> MEMBERS = Map.of(
            "services", "service",
            "service_requests", "request",
            "attributes", "attribute",
            "values", "value",
            "endpoints", "endpoint",
            "formats", "format",
            "errors", "error");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Open311Answer() {}

    /**
     * @param root the XML document's root element; of a list, its members' names follow from it
     * @param format {@code json} or {@code xml}
     */
    static ResponseEntity<byte[]> of(HttpStatusCode status, String format, String root, Object content) {
        boolean json = format.equals("json");
        String text = json
                ? JSON.writeValueAsString(content)
                : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + element(root, content);
        return ResponseEntity.status(status)
                .contentType(
                        new MediaType(json ? "application" : "text", json ? "json" : "xml", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String element(String name, Object content) {
        StringBuilder inside = new StringBuilder();
        if (content instanceof List<?> list) {
            list.forEach(each -> inside.append(element(MEMBERS.get(name), each)));
        } else if (content instanceof Map<?, ?> map) {
            map.forEach((key, value) -> inside.append(element(key.toString(), value)));
        } else if (content != null) {
            inside.append(OpenForms.xml(content.toString()));
        }
        return "<" + name + ">" + inside + "</" + name + ">";
    }
}
