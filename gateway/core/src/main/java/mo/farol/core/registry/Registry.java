package mo.farol.core.registry;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.policy.FieldSet;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** Where residents, bindings, institutions, terminals and grants are entered and withdrawn. Ids are row ids. */
public interface Registry extends Enrolments, ResidentEntry {
    Future<Long> addResident(NewResident resident);

    /** The resident with exactly this ID number. */
    Future<Optional<Long>> findByNumber(IdNumber number);

    /**
     * Binds a resident's e-ID to a phone's key, and supersedes the binding in force.
     *
     * @return the binding's row; fails when the key or its id was ever used by any binding
     */
    Future<Long> bind(long resident, BindingKeyId keyId, BindingPublicKey key);

    /**
     * Binds many e-IDs in one commit, as {@link #bind} does one; at most one per resident in a call.
     *
     * @return the bindings' rows, in the order given
     */
    Future<List<Long>> bindAll(List<NewBinding> bindings);

    Future<Void> setBindingStatus(long binding, BindingStatus status);

    Future<Void> setCardStatus(long resident, CardStatus status);

    Future<Long> addInstitution(NewInstitution institution);

    /** @param name the product and version that DSI supplied or approved */
    Future<Long> addMeans(String name);

    Future<Long> addPurpose(NewPurpose purpose);

    /**
     * Sets what an institution may read for a purpose, and raises the grant's version.
     *
     * @param encrypt released fields leave encrypted to the institution's key
     * @return the grant's version; fails when an in-person purpose would lack name or photo
     */
    Future<Long> grant(long institution, long purpose, FieldSet fields, boolean encrypt);

    Future<Void> withdrawGrant(long institution, long purpose);
}
