package mo.farol.server.operator;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import mo.farol.api.operator.SyntheticResident;
import mo.farol.api.problem.Language;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.NewResident;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Words;
import mo.farol.server.http.FreeText;
import mo.farol.server.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/**
 * A synthetic resident, read strictly. It never prints.
 *
 * @param email null for people without e-mail
 */
record InventedPerson(NewResident resident, @Nullable String email, PreferredLanguage language) {
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final Pattern EMAIL = Pattern.compile("[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,189}");

    static InventedPerson read(@Nullable SyntheticResident json) throws RequestRefused {
        if (json == null || json.multiple() == null) {
            throw Bodies.invalid();
        }
        LocalDate expires = json.cardExpires() == null ? null : RegistryWords.date(json.cardExpires());
        String email = json.email() == null ? null : Words.matching(EMAIL, json.email());
        return new InventedPerson(
                new NewResident(fields(json.fields()), expires, json.multiple()), email, language(json.language()));
    }

    private static Map<Field, String> fields(@Nullable Map<String, @Nullable String> json) throws RequestRefused {
        if (json == null) {
            throw Bodies.invalid();
        }
        Map<Field, String> fields = new EnumMap<>(Field.class);
        for (Map.Entry<String, @Nullable String> entry : json.entrySet()) {
            Field field = Field.byWireName(entry.getKey())
                    .filter(each -> each != Field.HANDLE)
                    .orElseThrow(Bodies::invalid);
            fields.put(field, FreeText.required(entry.getValue(), LONGEST_VALUE));
        }
        fields.put(Field.ID_NUMBER, People.number(fields.get(Field.ID_NUMBER)).value());
        RegistryWords.date(fields.get(Field.BIRTH_DATE));
        return fields;
    }

    private static PreferredLanguage language(@Nullable String tag) throws RequestRefused {
        Language language = tag == null
                ? Language.ZH_HANT
                : Arrays.stream(Language.values())
                        .filter(each -> each.tag().equals(tag))
                        .findFirst()
                        .orElseThrow(Bodies::invalid);
        return switch (language) {
            case ZH_HANT -> PreferredLanguage.ZH_HANT;
            case PT -> PreferredLanguage.PT;
            case EN -> PreferredLanguage.EN;
        };
    }

    @Override
    public String toString() {
        return "InventedPerson[redacted]";
    }
}
