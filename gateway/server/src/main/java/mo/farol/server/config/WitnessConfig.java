package mo.farol.server.config;

import java.net.URI;
import mo.farol.core.accesslog.note.CosignatureKey;
import mo.farol.server.outgoing.OutgoingTls;

/**
 * A witness of the public log in others' hands (C2SP tlog-witness).
 *
 * @param url its submission prefix
 * @param key that its cosignatures are by
 * @param tls how it is trusted
 */
public record WitnessConfig(URI url, CosignatureKey key, OutgoingTls tls) {}
