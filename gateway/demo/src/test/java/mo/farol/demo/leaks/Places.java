package mo.farol.demo.leaks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mo.farol.phone.canary.Canary;
import mo.farol.phone.canary.CanarySearch;
import mo.farol.phone.canary.Hit;
import mo.farol.phone.http.Transport;

/** What processes let out of their hands, by where it was found. */
public final class Places {
    private final Map<String, byte[]> contents = new LinkedHashMap<>();

    public void add(String place, byte[] content) {
        contents.merge(place, content, Places::joined);
    }

    /** A file, or every file of a folder and below. */
    public void files(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                add(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Health and metrics of a gateway. */
    public void management(URI management) throws IOException, InterruptedException {
        try (Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1)) {
            for (String path : List.of("/metrics", "/health/live", "/health/ready")) {
                add(
                        management + path,
                        transport
                                .send(HttpRequest.newBuilder(management.resolve(path)))
                                .body());
            }
        }
    }

    /** The threads, the command line and the environment of a process. */
    public void process(ProcessHandle process) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "Thread.print",
                        "-l")
                .redirectErrorStream(true)
                .start();
        byte[] threads = jcmd.getInputStream().readAllBytes();
        jcmd.waitFor();
        add("threads of " + process.pid(), threads);
        for (String file : List.of("cmdline", "environ")) {
            Path path = Path.of("/proc", Long.toString(process.pid()), file);
            if (Files.isReadable(path)) {
                add(path.toString(), Files.readAllBytes(path));
            }
        }
    }

    /** Each process below this one that runs a gateway. */
    public static List<ProcessHandle> gateways() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> commandLine(each).contains("mo.farol.server.Main"))
                .toList();
    }

    /** All of it: what the JDK gives is cut off after the first 4,096 bytes, and a class path is longer. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    public String text(String place) {
        return new String(contents.getOrDefault(place, new byte[0]), StandardCharsets.UTF_8);
    }

    /** What of each place is this long, so that nothing is looked through that is not there. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        contents.forEach((place, content) -> sizes.put(place, content.length));
        return sizes;
    }

    public List<Hit> hits(Collection<Canary> canaries) {
        CanarySearch search = new CanarySearch(canaries);
        List<Hit> hits = new ArrayList<>();
        contents.forEach((place, content) -> hits.addAll(search.in(place, content)));
        return hits;
    }

    /** The positive control: each canary is put into each place, in its middle, and looked for as {@link #hits} does. */
    public List<Hit> hitsWhenPlanted(Collection<Canary> canaries) {
        Places planted = new Places();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        canaries.forEach(each -> all.writeBytes((" \"" + each.value() + "\",").getBytes(StandardCharsets.UTF_8)));
        contents.forEach((place, content) -> {
            ByteArrayOutputStream with = new ByteArrayOutputStream();
            with.write(content, 0, content.length / 2);
            with.writeBytes(all.toByteArray());
            with.write(content, content.length / 2, content.length - content.length / 2);
            planted.add(place, with.toByteArray());
        });
        return planted.hits(canaries);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
