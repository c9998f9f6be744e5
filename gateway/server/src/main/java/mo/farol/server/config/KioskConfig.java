package mo.farol.server.config;

import java.util.List;
import mo.farol.server.outgoing.OutgoingTls;

/**
 * Who speaks for kiosks.
 *
 * @param tls how the servers of key sets are trusted
 * @param providers whose assertions are believed, at least one
 */
public record KioskConfig(OutgoingTls tls, List<AssertionProvider> providers) {}
