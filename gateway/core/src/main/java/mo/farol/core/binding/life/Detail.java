package mo.farol.core.binding.life;

import java.util.Locale;

/** Evidence on an event, as name=value. */
final class Detail {
    private Detail() {}

    static String of(String name, Enum<?> value) {
        return of(name, value.name().toLowerCase(Locale.ROOT));
    }

    static String of(String name, String value) {
        return name + "=" + value;
    }
}
