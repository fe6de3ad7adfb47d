package org.shengmo.charter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What is not there, or not for this reader, is answered as not found: pages by the error page, the API as a problem. */
@ControllerAdvice(basePackageClasses = MissingAdvice.class)
@Order(0)
class MissingAdvice {

    @ExceptionHandler
    void missing(NoSuchElementException none, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
