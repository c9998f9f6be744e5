package mo.farol.core.binding;

/**
 * A signed-in resident, as the token says.
 *
 * @param resident the row that the account is linked to
 * @param session SHA-256 of issuer, subject and session
 * @param channel derived from issuer and client, never from the request
 * @param steppedUp whether the sign-in was strong and fresh enough for bind, unbind and resume
 */
public record Caller(long resident, byte[] session, Channel channel, boolean steppedUp) {
    @Override
    public String toString() {
        return "Caller[" + channel + "]";
    }
}
