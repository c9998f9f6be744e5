package mo.farol.demo.people;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Names that look like those of Macau: Chinese ones with a romanised form, Portuguese ones that are long, and rare
 * characters, some beyond the basic plane of Unicode, which break software that counts UTF-16 units.
 */
final class Names {
    private static final List<String[]> SURNAMES = List.of(
            new String[] {"陳", "CHAN"},
            new String[] {"黃", "WONG"},
            new String[] {"李", "LEI"},
            new String[] {"梁", "LEONG"},
            new String[] {"何", "HO"},
            new String[] {"歐陽", "AO IEONG"},
            new String[] {"司徒", "SI TOU"},
            new String[] {"上官", "SEONG KUN"},
            new String[] {"冼", "SIN"},
            new String[] {"鄺", "KUONG"},
            new String[] {"𠮷", "KAT"});
    private static final List<String[]> GIVEN = List.of(
            new String[] {"志明", "CHI MENG"},
            new String[] {"美玲", "MEI LENG"},
            new String[] {"家豪", "KA HOU"},
            new String[] {"詠詩", "WENG SI"},
            new String[] {"堃", "KUAN"},
            new String[] {"喆", "CHIT"},
            new String[] {"淼鑫", "MIO IAM"},
            new String[] {"𤧬如", "HANG U"},
            new String[] {"龘", "TAP"},
            new String[] {"𨭎", "HEI"});
    private static final List<String> PORTUGUESE_GIVEN = List.of(
            "Maria da Conceição Filomena",
            "João Baptista Évora",
            "Ana Luísa de Jesus",
            "António José Inácio",
            "Isabel Graça Ângela");
    private static final List<String> PORTUGUESE_SURNAMES = List.of(
            "Guimarães de Albuquerque e Vasconcelos do Rosário",
            "Xavier da Assunção Mendonça",
            "Conceição Brandão d'Eça Magalhães",
            "Sequeira Lourenço Gonçalves",
            "do Espírito Santo Simões");

    private Names() {}

    static Name any(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> portuguese(random);
            case 1 -> both(random);
            default -> chinese(random);
        };
    }

    static Name chinese(RandomGenerator random) {
        String[] surname = pick(SURNAMES, random);
        String[] given = pick(GIVEN, random);
        return new Name(surname[0], given[0], surname[1], given[1]);
    }

    /** No Chinese name at all, and a Portuguese one that does not fit a narrow column. */
    static Name portuguese(RandomGenerator random) {
        return new Name("", "", pick(PORTUGUESE_SURNAMES, random), pick(PORTUGUESE_GIVEN, random));
    }

    /** Both characters beyond the basic plane. */
    static Name rare() {
        return new Name("𠮷", "𤧬𨭎", "KAT", "HANG HEI");
    }

    private static Name both(RandomGenerator random) {
        Name chinese = chinese(random);
        return new Name(chinese.surnameZh(), chinese.givenZh(), chinese.surnamePt(), pick(PORTUGUESE_GIVEN, random));
    }

    /** The same surname, another given name: a child's or a twin's. */
    static Name ofTheFamily(Name relative, RandomGenerator random) {
        Name own = relative.surnameZh().isEmpty() ? portuguese(random) : chinese(random);
        return new Name(relative.surnameZh(), own.givenZh(), relative.surnamePt(), own.givenPt());
    }

    private static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
