package mo.farol.store.registry;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.registry.NewBinding;
import mo.farol.core.registry.NewInstitution;
import mo.farol.core.registry.NewPurpose;
import mo.farol.core.registry.NewResident;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;
import mo.farol.core.registry.Registry;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.Sealing;
import mo.farol.store.connection.Connections;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** The registry in PostgreSQL: residents, bindings and institutions, each in their own class. */
public final class PostgresRegistry implements Registry {
    private final ResidentRows residents;
    private final BindingRows bindings;
    private final InstitutionRows institutions;
    private final RecordedRows recorded;
    private final EnrolmentRows enrolments;
    private final GrantRows grants;

    public PostgresRegistry(Connections connections, AtRestKeys keys, Sealing sealing) {
        this.residents = new ResidentRows(connections, new NumberIndex(keys), sealing);
        this.bindings = new BindingRows(connections);
        this.institutions = new InstitutionRows(connections, sealing);
        this.recorded = new RecordedRows(connections);
        this.enrolments = new EnrolmentRows(connections);
        this.grants = new GrantRows(connections);
    }

    @Override
    public Future<Long> addResident(NewResident resident) {
        return residents.add(List.of(resident)).map(List::getFirst);
    }

    @Override
    public Future<List<Long>> addResidents(List<NewResident> added) {
        return residents.add(added);
    }

    @Override
    public Future<List<UUID>> handles(List<Long> rows) {
        return residents.handles(rows);
    }

    @Override
    public Future<Optional<Long>> findByNumber(IdNumber number) {
        return residents.find(number);
    }

    @Override
    public Future<Long> bind(long resident, BindingKeyId keyId, BindingPublicKey key) {
        return bindings.bind(List.of(new NewBinding(resident, keyId, key))).map(List::getFirst);
    }

    @Override
    public Future<List<Long>> bindAll(List<NewBinding> bound) {
        return bindings.bind(bound);
    }

    @Override
    public Future<Void> setBindingStatus(long binding, BindingStatus status) {
        return bindings.setStatus(binding, status);
    }

    @Override
    public Future<Void> setCardStatus(long resident, CardStatus status) {
        return residents.setCardStatus(resident, status);
    }

    @Override
    public Future<Long> addInstitution(NewInstitution institution) {
        return institutions.add(institution);
    }

    @Override
    public Future<Void> suspendInstitution(long institution, boolean suspended, OperatorCaller by) {
        return recorded.suspendInstitution(institution, suspended, by);
    }

    @Override
    public Future<Long> addMeans(String name) {
        return institutions.addMeans(name);
    }

    @Override
    public Future<Void> suspendMeans(long means, boolean suspended, OperatorCaller by) {
        return recorded.suspendMeans(means, suspended, by);
    }

    @Override
    public Future<Long> addTerminal(NewTerminal terminal, OperatorCaller by) {
        return recorded.addTerminal(terminal, by);
    }

    @Override
    public Future<Void> suspendTerminal(long terminal, boolean suspended, OperatorCaller by) {
        return recorded.suspendTerminal(terminal, suspended, by);
    }

    @Override
    public Future<Optional<RegisteredTerminal>> terminal(String name) {
        return enrolments.terminal(name);
    }

    @Override
    public Future<List<RegisteredTerminal>> terminals(String after, int atMost) {
        return enrolments.terminals(after, atMost);
    }

    @Override
    public Future<Optional<RegisteredName>> institution(long row) {
        return enrolments.institutions().byRow(row);
    }

    @Override
    public Future<Optional<RegisteredName>> institution(String name) {
        return enrolments.institutions().byName(name);
    }

    @Override
    public Future<List<RegisteredName>> institutions(String after, int atMost) {
        return enrolments.institutions().after(after, atMost);
    }

    @Override
    public Future<Optional<RegisteredName>> means(long row) {
        return enrolments.means().byRow(row);
    }

    @Override
    public Future<Optional<RegisteredName>> means(String name) {
        return enrolments.means().byName(name);
    }

    @Override
    public Future<List<RegisteredName>> meansList(String after, int atMost) {
        return enrolments.means().after(after, atMost);
    }

    @Override
    public Future<Long> addPurpose(NewPurpose purpose) {
        return grants.addPurpose(purpose);
    }

    @Override
    public Future<Long> grant(long institution, long purpose, FieldSet fields, boolean encrypt) {
        return grants.grant(institution, purpose, fields, encrypt);
    }

    @Override
    public Future<Void> withdrawGrant(long institution, long purpose) {
        return grants.withdraw(institution, purpose);
    }
}
