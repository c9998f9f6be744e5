package mo.farol.store.binding;

import java.util.Optional;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.store.atrest.SealedText;
import mo.farol.store.atrest.SealedTexts;

/** Seals and opens what a resident will recognise their phone by. */
final class SealedPhones {
    private static final char SEPARATOR = '\u001f';

    private final SealedTexts texts;

    SealedPhones(SealedTexts texts) {
        this.texts = texts;
    }

    byte[] seal(long resident, byte[] wrappedKey, PhoneInfo phone) {
        // The separator is a control character: no name needs it.
        String name = phone.name().replace(SEPARATOR, ' ');
        return texts.seal(resident, wrappedKey, SealedText.PHONE, name + SEPARATOR + phone.model());
    }

    /** Empty, with an alarm, when it does not open. */
    Optional<PhoneInfo> open(long resident, byte[] wrappedKey, byte[] sealed) {
        return texts.open(resident, wrappedKey, SealedText.PHONE, sealed).map(text -> {
            int end = text.indexOf(SEPARATOR);
            return new PhoneInfo(text.substring(0, end), text.substring(end + 1));
        });
    }
}
