package mo.farol.cluster.config;

import java.util.List;

/** What a JVM needs so that Hazelcast runs at full speed and without warnings (Hazelcast 5.7, Java 25). */
public final class JvmFlags {
    /** In the order and form of a command line. */
    public static final List<String> REQUIRED = List.of(
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    private JvmFlags() {}

    /**
     * @param arguments the JVM's own arguments, as {@link java.lang.management.RuntimeMXBean#getInputArguments()} gives
     *     them
     * @return the flags that are not among them
     */
    public static List<String> missing(List<String> arguments) {
        String line = String.join(" ", arguments).replace('=', ' ') + " ";
        return REQUIRED.stream()
                .filter(flag -> !line.contains(flag.replace('=', ' ') + " "))
                .toList();
    }
}
