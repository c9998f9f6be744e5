package mo.farol.core.notice;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** How residents are written to. Addresses come from the civil registry only. */
public interface Contacts {
    /**
     * Replaces what was known.
     *
     * @param email null for people without e-mail: what waits to be mailed to them stays in their notices only
     * @return after the commit; fails with {@link IllegalArgumentException} when there is no such resident or no mail
     *     could go to {@code email}
     */
    Future<Void> set(long resident, @Nullable String email, PreferredLanguage language);
}
