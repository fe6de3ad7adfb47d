package org.shengmo;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything a page does is offered by the API: whatever command of a room the handler of a posted form reaches, an
 * operation reaches too.
 *
 * @param root the root package with its dot
 */
record OperationGuard(String root) {

    private static final String ACTOR = "org.shengmo.access.Actor";

    /** Commands, by class and name, that a page gives and no operation does. */
    Set<String> onPagesOnly(JavaClasses classes) {
        Set<String> byPage = commands(classes, one -> one.isAnnotatedWith(Controller.class), true);
        byPage.removeAll(commands(classes, one -> one.isAnnotatedWith(RestController.class), false));
        return byPage;
    }

    private Set<String> commands(JavaClasses classes, Predicate<JavaClass> controllers, boolean forms) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>();
        classes.stream()
                .filter(controllers)
                .flatMap(one -> one.getMethods().stream())
                .filter(method -> !forms || method.isAnnotatedWith(PostMapping.class))
                .forEach(open::add);
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        Set<String> found = new TreeSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit one = open.pop();
            for (JavaMethod target : targets(one)) {
                if (isPage(target.getOwner())) {
                    if (seen.add(target)) {
                        open.add(target);
                    }
                } else if (isCommand(target)) {
                    found.add(target.getOwner().getName() + "." + target.getName());
                }
            }
        }
        return found;
    }

    private static List<JavaMethod> targets(JavaCodeUnit one) {
        return Stream.concat(one.getMethodCallsFromSelf().stream(), one.getMethodReferencesFromSelf().stream())
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .filter(JavaMethod.class::isInstance)
                .map(JavaMethod.class::cast)
                .toList();
    }

    private boolean isPage(JavaClass one) {
        return one.getPackageName().startsWith(root) && one.getPackageName().endsWith(".web");
    }

    /** A command names who gives it first, or gives nothing back. What is answered by yes or no is a question. */
    private boolean isCommand(JavaMethod method) {
        boolean given = !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().get(0).getName().equals(ACTOR);
        String back = method.getRawReturnType().getName();
        return method.getOwner().getName().startsWith(root)
                && method.getOwner().isInterface()
                && !back.equals("boolean")
                && (given || back.equals("void"));
    }
}
