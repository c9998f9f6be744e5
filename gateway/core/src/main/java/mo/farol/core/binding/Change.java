package mo.farol.core.binding;

import java.time.Instant;
import java.time.LocalDate;
import mo.farol.core.registry.CardStatus;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/** What a ruling changes. All changes of a ruling are committed together with its events and notices, or none is. */
public sealed interface Change {
    /**
     * A new active binding. Refused as {@link BindingRefusal#KEY_ALREADY_USED} when any binding ever had this key.
     *
     * @param actor the row of whose proof it is
     */
    record Bind(BindingKeyId keyId, BindingPublicKey key, BindingWay way, long actor, KeyLevel level, PhoneInfo phone)
            implements Change {}

    /** A binding's next status, as {@link BindingMachine} has it. */
    record Move(long binding, BindingStatus to) implements Change {}

    /** Refused as {@link OnceKind#refusal} when the key was used before, here or on any other node. */
    record UseOnce(OnceKind kind, byte[] key, Instant forgetAfter) implements Change {}

    record Card(CardStatus status, @Nullable LocalDate expires, long sequence, boolean dead) implements Change {}

    record Guardian(long guardian, GuardianKind kind, boolean inForce, long sequence) implements Change {}

    /**
     * The account opens this e-ID. Refused as {@link BindingRefusal#ACCOUNT_LINKED_ELSEWHERE} when it opens another, and
     * unless {@code approved} when it ever did.
     *
     * @param approved by two operators
     */
    record LinkAccount(AccountName account, boolean approved) implements Change {}

    /** The account, which opens this e-ID, does so no longer. */
    record UnlinkAccount(AccountName account) implements Change {}
}
