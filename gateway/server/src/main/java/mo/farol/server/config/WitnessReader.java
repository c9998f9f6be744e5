package mo.farol.server.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.accesslog.note.CosignatureKey;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.server.outgoing.OutgoingTls;

/** Reads {@code log.witness_urls}. */
final class WitnessReader {
    private final Section log;
    private final Profile profile;

    WitnessReader(Section log, Profile profile) {
        this.log = log;
        this.profile = profile;
    }

    List<WitnessConfig> read() {
        List<WitnessConfig> witnesses = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section each : log.sections("witness_urls")) {
            Optional<URI> url = url(each);
            Optional<CosignatureKey> key = key(each);
            OutgoingTls tls =
                    new OutgoingTls(Optional.ofNullable(each.optionalFile("root_certificate")), Optional.empty());
            if (key.isPresent() && !names.add(key.get().name())) {
                each.problem("key", "is of a witness that is listed twice");
            }
            each.end();
            if (url.isPresent() && key.isPresent()) {
                witnesses.add(new WitnessConfig(url.get(), key.get(), tls));
            }
        }
        return witnesses;
    }

    private Optional<URI> url(Section section) {
        if (!section.has("url")) {
            section.problem("url", "is missing");
        }
        Optional<URI> url = HttpsUrl.read(section, "url", profile);
        if (url.isPresent() && url.get().getRawQuery() != null) {
            section.problem("url", "must have no query: /add-checkpoint is put after it");
        }
        return url;
    }

    private static Optional<CosignatureKey> key(Section section) {
        String text = section.text("key");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(CosignatureKey.parse(text));
        } catch (InvalidNote e) {
            section.problem("key", "must be name+id+base64, a verifier key of type 4 (Ed25519 cosignatures)");
            return Optional.empty();
        }
    }
}
