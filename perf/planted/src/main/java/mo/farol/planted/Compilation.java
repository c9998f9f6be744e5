package mo.farol.planted;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** {@code javac} of the running JDK. */
final class Compilation {
    private Compilation() {}

    static void run(List<Path> sources, String classPath, Path into) throws IOException, Drifted {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this Java has no compiler: a JDK is needed");
        }
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-parameters", "-cp", expanded(classPath), "-d", into.toString());
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new Drifted("does not compile: " + said);
            }
        }
    }

    /** A launcher takes {@code lib/*} for all jars of a folder; the compiler, called like this, does not. */
    private static String expanded(String classPath) throws IOException {
        List<String> parts = new ArrayList<>();
        for (String part : classPath.split(File.pathSeparator)) {
            if (part.endsWith("/*")) {
                try (DirectoryStream<Path> jars =
                        Files.newDirectoryStream(Path.of(part.substring(0, part.length() - 2)), "*.jar")) {
                    jars.forEach(jar -> parts.add(jar.toString()));
                }
            } else {
                parts.add(part);
            }
        }
        return String.join(File.pathSeparator, parts);
    }
}
