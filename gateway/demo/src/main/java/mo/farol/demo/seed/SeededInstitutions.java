package mo.farol.demo.seed;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.Map;

/**
 * What entering a catalogue gave. It never prints a key.
 *
 * @param releaseKeys private keys by institution, of those whose releases are encrypted
 */
public record SeededInstitutions(List<SeededTerminal> terminals, Map<String, ECKey> releaseKeys) {
    @Override
    public String toString() {
        return "SeededInstitutions[" + terminals.size() + " terminals]";
    }
}
