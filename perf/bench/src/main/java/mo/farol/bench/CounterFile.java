package mo.farol.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mo.farol.phone.code.MintCounter;
import mo.farol.token.BindingKeyId;

/** One rising number for all phones, kept between runs: a counter that falls back looks like a cloned key. */
final class CounterFile implements MintCounter {
    private final Path file;
    private int last;

    private CounterFile(Path file, int last) {
        this.file = file;
        this.last = last;
    }

    static CounterFile open(Path file) throws IOException {
        return new CounterFile(
                file,
                Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0);
    }

    @Override
    public int next(BindingKeyId binding) {
        return ++last;
    }

    void save() throws IOException {
        Files.writeString(file, Integer.toString(last));
    }
}
