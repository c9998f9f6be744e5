package mo.farol.core.binding.memory;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.core.binding.AccountCase;
import mo.farol.core.binding.AccountCases;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.AccountOwners;

/** Accounts by their names in clear, and the cases about them. */
public final class MemoryAccounts implements AccountOwners, AccountCases {
    private final People people;
    private final Map<UUID, AccountCase> cases = new ConcurrentHashMap<>();

    public MemoryAccounts(People people) {
        this.people = people;
    }

    @Override
    public AccountName name(String issuer, String subject) {
        return new AccountName(
                (issuer + " " + subject).getBytes(StandardCharsets.UTF_8), issuer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Future<Optional<Long>> ownerOf(AccountName account) {
        return Future.succeededFuture(people.ownerOf(account));
    }

    @Override
    public Future<Void> add(AccountCase opened) {
        cases.putIfAbsent(opened.id(), opened);
        return Future.succeededFuture();
    }

    @Override
    public Future<Optional<AccountCase>> find(UUID id) {
        return Future.succeededFuture(Optional.ofNullable(cases.get(id)));
    }
}
