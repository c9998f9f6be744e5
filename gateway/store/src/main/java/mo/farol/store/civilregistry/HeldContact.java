package mo.farol.store.civilregistry;

import java.util.Optional;
import mo.farol.core.notice.PreferredLanguage;

/** @param sealedEmail empty for people without e-mail */
record HeldContact(PreferredLanguage language, Optional<byte[]> sealedEmail) {}
