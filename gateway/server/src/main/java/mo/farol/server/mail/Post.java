package mo.farol.server.mail;

import io.vertx.core.Future;

/** Hands letters to whoever carries them. */
interface Post {
    /** @return fails with {@link NotSent}; then it may have been sent all the same */
    Future<Void> send(Letter letter);

    Future<Void> close();
}
