package org.shengmo.portal;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shengmo.store.Ladder;
import org.shengmo.wording.Words;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;

/**
 * What the served OpenAPI description says beyond what the controllers' types tell: each operation's summary in the reader's
 * language, from the bundle of its room, and what an error looks like.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String BASIC = "basic";

    /** The statuses that answer with a problem, and for which operations. */
    private static final Map<Integer, String> STATUSES = new LinkedHashMap<>();

    static {
        for (int status : new int[] {400, 401, 403, 404, 409, 422}) {
            STATUSES.put(status, "portal.openapi.status." + status);
        }
    }

    /**
     * Key of an operation's summary: {@code finding.api.uphold} for {@code FindingApi.uphold}; where a class is not named
     * for its room, its own name stands between: {@code charter.api.drafts.edit} for {@code DraftsApi.edit}.
     */
    static String key(Class<?> controller, String method) {
        String room = Ladder.rungOf(controller.getName());
        String stem =
                controller.getSimpleName().replaceFirst("(Api|Pages)$", "").toLowerCase(Locale.ROOT);
        return room + ".api." + (stem.equals(room) ? "" : stem + ".") + method;
    }

    @Bean
    GlobalOperationCustomizer apiSummaries(Words words) {
        return (operation, handler) -> {
            Locale language = LocaleContextHolder.getLocale();
            String key = key(handler.getBeanType(), handler.getMethod().getName());
            words.find(language, key).ifPresent(operation::setSummary);
            operation.setOperationId(key.replace(".api.", "."));
            operation.setTags(List.of(Ladder.rungOf(handler.getBeanType().getName())));
            problems(operation, handler);
            return operation;
        };
    }

    private static void problems(Operation operation, HandlerMethod handler) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        // Springdoc adds what the error pages answer, which is not what the API answers.
        responses.keySet().removeIf(status -> status.startsWith("4") || status.startsWith("5"));
        boolean reads = handler.hasMethodAnnotation(org.springframework.web.bind.annotation.GetMapping.class);
        STATUSES.keySet().stream()
                .filter(status -> status != 409 || !reads)
                .forEach(status -> responses.addApiResponse(
                        Integer.toString(status), new ApiResponse().$ref("#/components/responses/" + status)));
        operation.setResponses(responses);
    }

    @Bean
    GlobalOpenApiCustomizer apiFrame(Words words) {
        return description -> {
            Locale language = LocaleContextHolder.getLocale();
            description.info(new Info()
                    .title(words.say(language, "portal.openapi.title"))
                    .description(words.say(language, "portal.openapi.what"))
                    .version("v1")
                    .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
            description.servers(List.of(new Server().url("/")));
            components(description, words, language);
            closed(description);
        };
    }

    private static void components(OpenAPI description, Words words, Locale language) {
        Components components = description.getComponents() == null ? new Components() : description.getComponents();
        components.addSecuritySchemes(
                BASIC, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BASIC));
        components.addSchemas(PROBLEM, problem(words, language));
        STATUSES.forEach((status, key) -> components.addResponses(
                Integer.toString(status),
                new ApiResponse()
                        .description(words.say(language, key))
                        .content(new Content()
                                .addMediaType(
                                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                        new io.swagger.v3.oas.models.media.MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))))));
        description.components(components);
    }

    private static Schema<?> problem(Words words, Locale language) {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("title", "string");
        types.put("status", "integer");
        types.put("detail", "string");
        types.put("code", "string");
        types.put("remedy", "string");
        types.put("clauses", "array");
        types.put("facts", "object");
        types.put("faults", "array");
        Schema<?> problem = typed("object").description(words.say(language, "portal.openapi.problem"));
        types.forEach((name, type) -> problem.addProperty(
                name, typed(type).description(words.say(language, "portal.openapi.problem." + name))));
        return problem;
    }

    private static Schema<?> typed(String type) {
        Schema<?> schema = new Schema<>();
        schema.addType(type);
        if (type.equals("array")) {
            schema.items(typed("object"));
        }
        return schema;
    }

    /** What is not for the public asks for a sign-in. */
    private static void closed(OpenAPI description) {
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (Security.publicApi(method.name(), path)) {
                        operation.getResponses().remove("401");
                    } else {
                        operation.addSecurityItem(new SecurityRequirement().addList(BASIC));
                    }
                }));
    }
}
