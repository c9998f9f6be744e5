package mo.farol.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the folder that stands in front of a gateway's class path, so that it runs with the bug. */
final class Planting {
    private static final String JAVA = "/src/main/java/";
    private static final String RESOURCES = "/src/main/resources/";

    private final Path checkout;
    private final String classPath;

    /** @param classPath the product's, as {@code javac} takes it */
    Planting(Path checkout, String classPath) {
        this.checkout = checkout;
        this.classPath = classPath;
    }

    /**
     * Writes the changed resources, and the changed classes compiled by the running JDK.
     *
     * @param folder empty, or not there yet
     * @return the folder of classes and resources in it
     * @throws Drifted when the bug does not fit these sources, or what comes of it does not compile
     */
    Path plant(Bug bug, Path folder) throws IOException, Drifted {
        Path sources = folder.resolve("sources");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> toCompile = new ArrayList<>();
        for (Map.Entry<String, String> changed : bug.changed(checkout).entrySet()) {
            String file = changed.getKey();
            if (file.contains(RESOURCES)) {
                write(classes.resolve(after(file, RESOURCES)), changed.getValue());
            } else {
                toCompile.add(write(sources.resolve(after(file, JAVA)), changed.getValue()));
            }
        }
        if (!toCompile.isEmpty()) {
            Compilation.run(toCompile, classPath, classes);
        }
        return classes;
    }

    private static String after(String file, String part) throws Drifted {
        int at = file.indexOf(part);
        if (at < 0) {
            throw new Drifted(file + " is neither a class nor a resource of the product");
        }
        return file.substring(at + part.length());
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
