package mo.farol.store.civilregistry;

import java.util.Map;
import java.util.Optional;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.civilregistry.Loaded;
import mo.farol.core.civilregistry.Outcome;
import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.RegistryCard;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.store.atrest.SealedText;
import org.jspecify.annotations.Nullable;

/** Where a row differs from what is on file, and nothing else, is written: under the same data key. */
final class ResidentChanges {
    private final ResidentWrites writes;

    ResidentChanges(ResidentWrites writes) {
        this.writes = writes;
    }

    Outcome of(HeldResident held, RegistryResident told) {
        HeldCard card = held.card();
        Optional<Reason> refused = card == null ? Optional.empty() : told.card().refusedOver(card, held.bound());
        if (refused.isPresent()) {
            return Rejection.of(refused.get());
        }
        boolean changed = fields(held, told.fields())
                | card(held, told.card())
                | contact(held, told)
                | multiple(held, told.multiple());
        return changed ? Loaded.CHANGED : Loaded.SAME;
    }

    private boolean fields(HeldResident held, Map<Field, String> told) {
        boolean changed = false;
        for (Map.Entry<Field, String> said : told.entrySet()) {
            Optional<byte[]> ciphertext = held.fields().get(said.getKey());
            if (said.getValue().isEmpty()) {
                if (ciphertext != null) {
                    writes.drop(held.id(), said.getKey());
                    changed = true;
                }
            } else if (!isOnFile(held, said.getKey(), said.getValue(), ciphertext)) {
                writes.field(held.id(), said.getKey(), held.key().seal(said.getKey(), said.getValue()));
                changed = true;
            }
        }
        return changed;
    }

    private static boolean isOnFile(
            HeldResident held, Field field, String value, @Nullable Optional<byte[]> ciphertext) {
        return ciphertext != null
                && ciphertext
                        .flatMap(bytes -> held.key().open(field, bytes))
                        .filter(value::equals)
                        .isPresent();
    }

    private boolean card(HeldResident held, RegistryCard told) {
        HeldCard card = held.card();
        if (card != null && told.isLike(card) && told.sequence() == card.sequence()) {
            return false;
        }
        writes.card(held.id(), told);
        return true;
    }

    private boolean contact(HeldResident held, RegistryResident told) {
        HeldContact contact = held.contact();
        Optional<byte[]> ciphertext = contact == null ? Optional.empty() : contact.sealedEmail();
        Optional<String> known = ciphertext.flatMap(bytes -> held.key().open(SealedText.EMAIL, bytes));
        Optional<String> email =
                told.email() == null ? known : Optional.of(told.email()).filter(text -> !text.isEmpty());
        PreferredLanguage before = contact == null ? PreferredLanguage.ZH_HANT : contact.language();
        PreferredLanguage language = told.language() == null ? before : told.language();
        if (language == before && email.equals(known)) {
            return false;
        }
        writes.contact(
                held.id(),
                language,
                email.equals(known)
                        ? ciphertext.orElse(null)
                        : email.map(text -> held.key().seal(SealedText.EMAIL, text))
                                .orElse(null));
        return true;
    }

    private boolean multiple(HeldResident held, @Nullable Boolean told) {
        if (told == null || told == held.multiple()) {
            return false;
        }
        writes.multiple(held.id(), told);
        return true;
    }
}
