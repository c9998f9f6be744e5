package mo.farol.server.config;

import java.time.Duration;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.KeyLevel;

/** Reads the section {@code binding}. */
final class BindingReader {
    private final Section section;

    BindingReader(Section section) {
        this.section = section;
    }

    /** @param attested whether there are roots that a phone's attestation can rest on */
    BindingPolicy read(boolean attested) {
        BindingPolicy defaults = BindingPolicy.DEFAULTS;
        BindingPolicy policy = new BindingPolicy(
                seconds("challenge_life_seconds", defaults.challengeLife(), 30, 900),
                seconds("kiosk_number_life_seconds", defaults.kioskNumberLife(), 60, 43_200),
                section.number("kiosk_tries", defaults.kioskTries(), 1, 20),
                section.unit("least_liveness", defaults.leastLiveness()),
                section.unit("least_likeness", defaults.leastLikeness()),
                seconds("assertion_age_seconds", defaults.assertionAge(), 10, 300),
                section.choice("least_key_level", defaults.leastLevel()),
                section.choice("at_eighteen", defaults.atEighteen()),
                section.number("notice_days", defaults.noticeDays(), 1, 59));
        if (policy.leastLevel() != KeyLevel.NOT_ATTESTED && !attested) {
            section.problem("least_key_level", "cannot be met: there is no section attestation");
        }
        section.end();
        return policy;
    }

    private Duration seconds(String key, Duration otherwise, int least, int most) {
        return Duration.ofSeconds(section.number(key, (int) otherwise.toSeconds(), least, most));
    }
}
