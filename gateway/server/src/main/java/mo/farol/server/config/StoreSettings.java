package mo.farol.server.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that decides.
 *
 * @param user the application's role: DML only
 * @param ddlUser the role of {@code migrate}; absent on a gateway that only serves
 * @param rootCertificate PEM of the CA that PostgreSQL's certificate must chain to ({@code verify-full}); absent: plain
 * @param poolSize connections of this node
 * @param allowNotDurable lets in a server that may lose what it committed: for throw-away databases in the demo only
 */
public record StoreSettings(
        String host,
        int port,
        String database,
        String user,
        Secret password,
        @Nullable String ddlUser,
        @Nullable Secret ddlPassword,
        @Nullable Path rootCertificate,
        int poolSize,
        boolean allowNotDurable) {}
