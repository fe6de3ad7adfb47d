package org.shengmo.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What can't be read is told by its place, the same for every room. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class InputAdvice {

    private final RefusalAdvice refusals;

    InputAdvice(RefusalAdvice refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    Object mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        boolean inAddress = mistyped.getParameter().hasParameterAnnotation(PathVariable.class);
        if (inAddress && !request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        Text what = Text.of(key(mistyped.getRequiredType()), String.valueOf(mistyped.getValue()));
        return refusals.invalid(new Invalid(java.util.List.of(new Fault(mistyped.getName(), what))), request, response);
    }

    private static String key(Class<?> wanted) {
        if (wanted == UUID.class) {
            return "access.input.identifier";
        }
        return wanted == LocalDate.class ? "access.input.date" : "access.input.value";
    }

    @ExceptionHandler
    Object absent(
            MissingServletRequestParameterException absent, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        return refusals.invalid(
                Invalid.at(absent.getParameterName(), "access.input.missing", absent.getParameterName()),
                request,
                response);
    }

    @ExceptionHandler
    Object unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Invalid invalid) {
                return refusals.invalid(invalid, request, response);
            }
        }
        return refusals.unreadable(fault(unreadable.getCause()), request, response);
    }

    private static Fault fault(Throwable cause) {
        if (cause instanceof DatabindException mistyped && !mistyped.getPath().isEmpty()) {
            String place = mistyped.getPath().stream()
                    .map(step ->
                            step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                    .collect(Collectors.joining("."));
            return new Fault(place, Text.of("access.input.field", place));
        }
        if (cause instanceof JacksonException broken && broken.getLocation() != null) {
            String place = broken.getLocation().getLineNr() + ":"
                    + broken.getLocation().getColumnNr();
            return new Fault(
                    place,
                    Text.of(
                            "access.input.json",
                            broken.getLocation().getLineNr(),
                            broken.getLocation().getColumnNr()));
        }
        return new Fault("", Text.of("access.input.body"));
    }
}
