package org.kith.server.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// An address that the server answers, and what its code says that it takes.
///
/// @param fields by name, each with the type it is read as
record Endpoint(String method, String pattern, Map<String, Class<?>> fields) {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /// All there are: first those that only show, last those that end or change who somebody is signed in as.
    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        var all = new ArrayList<Endpoint>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (var pattern : info.getPatternValues())
                for (var method : methods(info.getMethodsCondition().getMethods()))
                    all.add(new Endpoint(method, pattern, fields(handler)));
        });
        all.sort(Comparator.comparing(Endpoint::isDoor)
                .thenComparing(endpoint -> !endpoint.method().equals("GET"))
                .thenComparing(Endpoint::pattern)
                .thenComparing(Endpoint::method));
        return all;
    }

    /// Whoever goes through is somebody else afterwards, or nobody.
    boolean isDoor() {
        return pattern.matches(
                "/demo.*|.*/sign-(in|out).*|.*/devices/.*|.*/enrol/.*|/family/(myself|take-over)|.*/act");
    }

    private static List<String> methods(Set<RequestMethod> methods) {
        if (methods.isEmpty()) return List.of("GET", "POST", "PUT", "PATCH", "DELETE");
        return methods.stream()
                .map(RequestMethod::name)
                .filter(name -> !name.equals("HEAD") && !name.equals("OPTIONS"))
                .toList();
    }

    private static Map<String, Class<?>> fields(HandlerMethod handler) {
        var fields = new LinkedHashMap<String, Class<?>>();
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            if (parameter.hasParameterAnnotation(PathVariable.class)) continue;
            var asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                fields.put(name(parameter, asked), single(parameter));
            } else if (asked == null && parameter.getParameterType().isRecord()) {
                for (var part : parameter.getParameterType().getRecordComponents())
                    fields.put(part.getName(), part.getType());
            }
        }
        return fields;
    }

    private static String name(MethodParameter parameter, RequestParam asked) {
        return Optional.of(asked.name())
                .filter(name -> !name.isEmpty())
                .orElseGet(
                        () -> Optional.ofNullable(parameter.getParameterName()).orElseThrow());
    }

    private static Class<?> single(MethodParameter parameter) {
        var nested = parameter.nested();
        return nested.getNestedParameterType();
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
