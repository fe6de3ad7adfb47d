package org.shengmo.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.shengmo.access.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller take its {@link Page} and the {@link Actor} that asks as parameters. */
@Configuration(proxyBeanMethods = false)
class FrameConfiguration implements WebMvcConfigurer {

    private final ObjectProvider<Frame> frame;

    /** Asked for late: the frame needs the addresses of static files, which Spring's own configuration makes. */
    FrameConfiguration(ObjectProvider<Frame> frame) {
        this.frame = frame;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PageResolver(frame));
        resolvers.add(new ActorResolver(frame));
    }

    private record PageResolver(ObjectProvider<Frame> frame) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Page.class);
        }

        @Override
        public Page resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            Page page = new Page(frame.getObject(), request.getNativeRequest(HttpServletRequest.class));
            container.addAttribute("page", page);
            return page;
        }
    }

    private record ActorResolver(ObjectProvider<Frame> frame) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Actor.class);
        }

        @Override
        public Actor resolveArgument(
                MethodParameter parameter,
                ModelAndViewContainer container,
                NativeWebRequest request,
                WebDataBinderFactory binders) {
            return frame.getObject().actors().actor();
        }
    }
}
