package mo.farol.store.notice;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Iterator;
import java.util.regex.Pattern;
import mo.farol.core.notice.Contacts;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.store.atrest.SealedText;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.connection.Connections;
import org.jspecify.annotations.Nullable;

/** Contacts, each address sealed under its resident's own key. */
public final class PostgresContacts implements Contacts {
    /** What could be written to at all: nothing in it ends a header or a command. RFC 5321, 4.5.3.1.3: 254 at most. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?=.{3,254}$)[^\\s\\p{Cntrl}<>@,;]+@[^\\s\\p{Cntrl}<>@,;]+");

    private static final String KEY = "SELECT wrapped_key FROM resident WHERE id = $1";
    private static final String SET = """
            WITH placed AS (
                INSERT INTO contact (resident, language, sealed_email) VALUES ($1::bigint, $2::integer, $3::bytea)
                ON CONFLICT (resident) DO UPDATE SET language = $2::integer, sealed_email = $3::bytea
            )
            UPDATE notice SET mail = 4 WHERE resident = $1::bigint AND mail = 1 AND $3::bytea IS NULL
            """;

    private final Connections connections;
    private final SealedTexts texts;

    public PostgresContacts(Connections connections, SealedTexts texts) {
        this.connections = connections;
        this.texts = texts;
    }

    @Override
    public Future<Void> set(long resident, @Nullable String email, PreferredLanguage language) {
        if (email != null && !ADDRESS.matcher(email).matches()) {
            return Future.failedFuture(new IllegalArgumentException("not an e-mail address"));
        }
        return connections.ask(KEY, Tuple.of(resident)).compose(rows -> {
            Iterator<Row> found = rows.iterator();
            if (!found.hasNext()) {
                return Future.failedFuture(new IllegalArgumentException("no such resident"));
            }
            byte[] wrappedKey = found.next().getBuffer("wrapped_key").getBytes();
            Buffer sealed =
                    email == null ? null : Buffer.buffer(texts.seal(resident, wrappedKey, SealedText.EMAIL, email));
            return connections
                    .ask(SET, Tuple.of(resident, language.number(), sealed))
                    .mapEmpty();
        });
    }
}
