package mo.farol.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of an API with a request that is answered.
 *
 * @param template the address as the file has it
 * @param path the address of something that is there
 * @param missing the address of something that is not; null when the address names nothing
 * @param token of who may ask
 * @param body what is sent; null: nothing
 * @param otherBody another right body, for the same key; null when there is none
 * @param wrongBodies bodies that say something that cannot be meant
 * @param keyed whether it takes an Idempotency-Key
 */
record ContractedOperation(
        String method,
        String template,
        String path,
        @Nullable String missing,
        String token,
        @Nullable String body,
        @Nullable String otherBody,
        List<String> wrongBodies,
        boolean keyed) {
    static ContractedOperation get(String template, String path, @Nullable String missing, String token) {
        return new ContractedOperation("GET", template, path, missing, token, null, null, List.of(), false);
    }

    boolean isPost() {
        return method.equals("POST");
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
