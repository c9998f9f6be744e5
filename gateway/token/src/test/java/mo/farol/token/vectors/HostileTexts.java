package mo.farol.token.vectors;

import static mo.farol.token.NotReadable.Reason.STRUCTURE;
import static mo.farol.token.NotReadable.Reason.TEXT;

import java.util.Arrays;
import java.util.Locale;
import mo.farol.token.CodeType;
import mo.farol.token.base45.Base45;
import mo.farol.token.base45.NotBase45;

/** A good code whose text was damaged. */
final class HostileTexts {
    private HostileTexts() {}

    static void addTo(HostileVectors all, VectorWorld world) {
        String good = world.deployment.mint(CodeType.EID, world.deployment.gatewayKey(CodeType.EID));
        all.add("nothing", TEXT, "");
        all.add("the prefix alone", STRUCTURE, "EID1:");
        all.add("without prefix", TEXT, good.substring(5));
        all.add("prefix in lower case", TEXT, "eid1:" + good.substring(5));
        all.add("of another format", TEXT, "EID2:" + good.substring(5));
        all.add("of another country", TEXT, "HC1:" + good.substring(5));
        all.add("a challenge's prefix", TEXT, "EIDC1:" + good.substring(5));
        all.add("lower case", TEXT, "EID1:" + good.substring(5).toLowerCase(Locale.ROOT));
        all.add("a leading space", TEXT, " " + good);
        all.add("a trailing line feed", TEXT, good + "\n");
        all.add("a letter that is not ASCII", TEXT, good.substring(0, 100) + "\u00C9" + good.substring(101));
        all.add("a full-width letter", TEXT, good.substring(0, 100) + "\uFF21" + good.substring(101));
        all.add("GGW: more than two bytes hold", TEXT, "EID1:GGW");
        all.add("U5: more than one byte holds", TEXT, "EID1:U5/");
        all.add("cut by one character", TEXT, good.substring(0, good.length() - 2));
        all.add("cut by one group", STRUCTURE, good.substring(0, good.length() - 3));
        all.add("cut in the middle", STRUCTURE, good.substring(0, 5 + 126));
        all.add("512 characters", STRUCTURE, (good + "0".repeat(512)).substring(0, 512));
        all.add("513 characters", TEXT, (good + "0".repeat(513)).substring(0, 513));
        all.add("one byte more", STRUCTURE, withBytesAfter(good, 1));
        all.add("two bytes more", STRUCTURE, withBytesAfter(good, 2));
        String shorter = world.deployment.mint(CodeType.EID, world.deployment.ticket(CodeType.EID));
        all.add("twice", STRUCTURE, shorter + shorter.substring(5));
    }

    private static String withBytesAfter(String good, int more) {
        try {
            byte[] bytes = Base45.decode(good, 5);
            return "EID1:" + Base45.encode(Arrays.copyOf(bytes, bytes.length + more));
        } catch (NotBase45 e) {
            throw new IllegalStateException(e);
        }
    }
}
