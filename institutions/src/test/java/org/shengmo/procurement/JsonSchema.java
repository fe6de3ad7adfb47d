package org.shengmo.procurement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Validates against JSON Schema, as far as OCDS's draft-04 schemas use it; a keyword it doesn't know is an error. */
final class JsonSchema {

    private static final List<String> SAYS_NOTHING = List.of(
            "$schema",
            "id",
            "title",
            "description",
            "definitions",
            "codelist",
            "openCodelist",
            "wholeListMerge",
            "omitWhenMerged",
            "versionId",
            "default",
            "deprecated",
            "mergeStrategy");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, JsonNode> files = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private JsonSchema(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with a value, each with its place. */
    static List<String> faults(Path folder, String schema, Object value) {
        JsonSchema run = new JsonSchema(folder);
        run.check(schema, run.file(schema), JSON.readTree(JSON.writeValueAsString(value)), "");
        return run.faults;
    }

    private JsonNode file(String name) {
        return files.computeIfAbsent(name, each -> {
            try {
                return JSON.readTree(Files.readString(folder.resolve(each)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void check(String file, JsonNode schema, JsonNode value, String at) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asString();
            if (reference.startsWith("#/")) {
                check(file, file(file).at(reference.substring(1)), value, at);
            } else {
                String other = reference.substring(reference.lastIndexOf('/') + 1);
                check(other, file(other), value, at);
            }
            return;
        }
        schema.properties().forEach(keyword -> keyword(file, schema, keyword.getKey(), keyword.getValue(), value, at));
    }

    private void keyword(String file, JsonNode schema, String name, JsonNode rule, JsonNode value, String at) {
        switch (name) {
            case "type" -> expect(isOf(rule, value), at + " is not of type " + rule);
            case "enum" -> expect(contains(rule, value), at + ": " + value + " is not one of " + rule);
            case "required" ->
                rule.forEach(each ->
                        expect(!value.isObject() || value.has(each.asString()), at + " lacks " + each.asString()));
            case "properties" ->
                rule.properties().forEach(each -> {
                    if (value.isObject() && value.has(each.getKey())) {
                        check(file, each.getValue(), value.get(each.getKey()), at + "/" + each.getKey());
                    }
                });
            case "patternProperties" ->
                rule.properties()
                        .forEach(each -> value.properties().forEach(member -> {
                            if (member.getKey()
                                            .matches(".*"
                                                    + each.getKey()
                                                            .replace("^", "")
                                                            .replace("$", ""))
                                    && !schema.path("properties").has(member.getKey())) {
                                check(file, each.getValue(), member.getValue(), at + "/" + member.getKey());
                            }
                        }));
            case "items" -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    check(file, rule, value.get(i), at + "/" + i);
                }
            }
            case "minItems" -> expect(!value.isArray() || value.size() >= rule.asInt(), at + " has too few items");
            case "minLength" ->
                expect(!value.isString() || value.asString().length() >= rule.asInt(), at + " is short");
            case "minProperties" -> expect(!value.isObject() || value.size() >= rule.asInt(), at + " is empty");
            case "uniqueItems" ->
                expect(
                        !value.isArray() || value.valueStream().distinct().count() == value.size(),
                        at + " repeats an item");
            case "pattern" ->
                expect(
                        !value.isString() || value.asString().matches(rule.asString()),
                        at + ": " + value + " has another form");
            case "format" ->
                expect(!value.isString() || hasFormat(rule.asString(), value.asString()), at + ": " + value);
            case "oneOf" -> {
                long fitting = rule.valueStream()
                        .filter(each -> {
                            JsonSchema trial = new JsonSchema(folder);
                            trial.check(file, each, value, at);
                            return trial.faults.isEmpty();
                        })
                        .count();
                expect(fitting == 1, at + " fits " + fitting + " of the alternatives");
            }
            default -> expect(SAYS_NOTHING.contains(name), "unknown keyword " + name + " at " + at);
        }
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return list.valueStream().anyMatch(value::equals);
    }

    private static boolean isOf(JsonNode types, JsonNode value) {
        return types.isArray()
                ? types.valueStream().anyMatch(each -> isOf(each, value))
                : isOf(types.asString(), value);
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static boolean hasFormat(String format, String text) {
        try {
            return switch (format) {
                case "date-time" -> OffsetDateTime.parse(text) != null;
                case "uri" -> URI.create(text).isAbsolute();
                default -> true;
            };
        } catch (DateTimeParseException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
