package mo.farol.phone.http;

import java.io.IOException;

/** Where a client gets the access token it signs its requests in with. */
public interface TokenSource {
    /**
     * A token that holds now: kept, refreshed or fetched.
     *
     * @throws IOException when the sign-in provider cannot be reached
     */
    String token() throws IOException, InterruptedException;

    /** A gateway did not take {@code token}: the next call should bring another, if there can be one. */
    default void refused(String token) {}

    /** Always the same token. */
    static TokenSource of(String token) {
        return () -> token;
    }
}
