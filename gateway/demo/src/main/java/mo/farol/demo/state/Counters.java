package mo.farol.demo.state;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import mo.farol.phone.code.MintCounter;
import mo.farol.phone.file.OwnerOnlyFile;
import mo.farol.token.BindingKeyId;

/** Mint counters in a file, so that a phone's counter never falls back between two commands. */
public final class Counters implements MintCounter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public Counters(Path file) {
        this.file = file;
    }

    @Override
    public synchronized int next(BindingKeyId binding) {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            Map<String, Integer> counters = read();
            int next = counters.merge(HexFormat.of().toHexDigits(binding.value()), 1, Integer::sum);
            OwnerOnlyFile.write(file, JSON.writeValueAsString(counters));
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException("the mint counters cannot be kept in " + file, e);
        }
    }

    private Map<String, Integer> read() throws IOException {
        return Files.exists(file)
                ? JSON.readValue(Files.readAllBytes(file), new TypeReference<TreeMap<String, Integer>>() {})
                : new TreeMap<>();
    }
}
