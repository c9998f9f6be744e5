package mo.farol.demo.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what points the wrong way. */
final class Arrows {
    private static final List<String> OUTSIDE = List.of(
            "java.sql.",
            "javax.sql.",
            "org.postgresql.",
            "org.flywaydb.",
            "io.vertx.sqlclient.",
            "io.vertx.pgclient.",
            "com.hazelcast.",
            "java.net.http.",
            "com.sun.net.httpserver.",
            "io.vertx.core.http.",
            "io.vertx.ext.");
    private static final Set<String> VERTX_IN_CORE =
            Set.of("io.vertx.core.Future", "io.vertx.core.Promise", "io.vertx.core.AsyncResult");

    private Arrows() {}

    /** One line for each class that uses what its room may not. */
    static List<String> wrong(JavaClasses classes) {
        List<String> wrong = new ArrayList<>();
        for (JavaClass from : classes) {
            Optional<Room> room = Room.of(from.getName());
            if (room.isEmpty()) {
                continue;
            }
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (!isAllowed(room.get(), to.getName())) {
                    wrong.add(from.getName() + " -> " + to.getName());
                }
            }
        }
        return wrong.stream().distinct().sorted().toList();
    }

    private static boolean isAllowed(Room from, String to) {
        Optional<Room> target = Room.of(to);
        if (target.isPresent()) {
            return from.mayUse(target.get());
        }
        return switch (from) {
            case TOKEN -> isInside(to) && !to.startsWith("io.vertx.");
            case CORE -> isInside(to) && (!to.startsWith("io.vertx.") || VERTX_IN_CORE.contains(to));
            default -> true;
        };
    }

    private static boolean isInside(String to) {
        return OUTSIDE.stream().noneMatch(to::startsWith);
    }
}
