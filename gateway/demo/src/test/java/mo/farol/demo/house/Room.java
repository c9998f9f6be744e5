package mo.farol.demo.house;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The rooms, and the arrows between them. */
enum Room {
    TOKEN("token"),
    CORE("core", TOKEN),
    STORE("store", CORE),
    API("api"),
    CLUSTER("cluster"),
    SERVER("server", STORE, CLUSTER, API, CORE),
    PHONE("phone", API, TOKEN),
    BENCH("bench", PHONE, API, TOKEN),
    CHAOS("chaos", PHONE, API, TOKEN),
    GATLING("gatling", PHONE, API, TOKEN),
    JMH("jmh", PHONE, API, TOKEN, CORE),
    DEMO("demo", SERVER, PHONE);

    private final String packageName;
    private final Set<Room> mayUse = new HashSet<>();

    Room(String packageName, Room... arrows) {
        this.packageName = "mo.farol." + packageName;
        for (Room arrow : arrows) {
            mayUse.add(arrow);
            mayUse.addAll(arrow.mayUse);
        }
    }

    /** An arrow is one room to another, or through rooms in between; a room may use itself. */
    boolean mayUse(Room other) {
        return this == other || mayUse.contains(other);
    }

    static Optional<Room> of(String className) {
        for (Room room : values()) {
            if (className.startsWith(room.packageName + ".")) {
                return Optional.of(room);
            }
        }
        return Optional.empty();
    }
}
