package mo.farol.server.config;

/** How strict the gateway is about the ground it stands on. */
public enum Profile {
    /** One machine, synthetic people: plain HTTP and plain PostgreSQL are allowed. */
    DEMO,
    /** TLS 1.3 outside and a verified PostgreSQL, or no start. */
    PRODUCTION
}
