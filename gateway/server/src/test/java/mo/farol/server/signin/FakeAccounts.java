package mo.farol.server.signin;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.core.binding.AccountName;
import mo.farol.core.resident.Accounts;
import mo.farol.core.verification.ArbiterUnreachable;

/** The link table in memory. */
final class FakeAccounts implements Accounts {
    private final Map<List<String>, Long> links = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;

    @Override
    public Future<Optional<Long>> residentOf(String issuer, String subject) {
        return reachable
                ? Future.succeededFuture(Optional.ofNullable(links.get(List.of(issuer, subject))))
                : Future.failedFuture(new ArbiterUnreachable("the test says so"));
    }

    @Override
    public AccountName name(String issuer, String subject) {
        throw new UnsupportedOperationException("nobody is linked here");
    }

    @Override
    public Future<Optional<Long>> ownerOf(AccountName account) {
        throw new UnsupportedOperationException("nobody is linked here");
    }

    @Override
    public Future<Void> link(String issuer, String subject, long resident) {
        Long other = links.putIfAbsent(List.of(issuer, subject), resident);
        return other == null || other == resident
                ? Future.succeededFuture()
                : Future.failedFuture(new IllegalStateException("the account is another's"));
    }

    void reachable(boolean now) {
        reachable = now;
    }
}
