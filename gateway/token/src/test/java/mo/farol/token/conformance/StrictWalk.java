package mo.farol.token.conformance;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import mo.farol.token.cbor.CborReader;
import mo.farol.token.cbor.NotDeterministic;

/** Reads any item with the strict reader into the other library's objects, to compare the two. */
public final class StrictWalk {
    private static final int MAX_DEPTH = 16;

    private StrictWalk() {}

    /** The one item that {@code bytes} hold. */
    public static CBORObject read(byte[] bytes) throws NotDeterministic {
        CborReader reader = new CborReader(bytes);
        CBORObject item = item(reader, 0);
        reader.end();
        return item;
    }

    private static CBORObject item(CborReader reader, int depth) throws NotDeterministic {
        if (depth > MAX_DEPTH) {
            throw new NotDeterministic("a shallow item");
        }
        return switch (reader.peek()) {
            case UNSIGNED -> CBORObject.FromObject(reader.unsigned());
            case NEGATIVE -> CBORObject.FromObject(reader.integer());
            case BYTES -> CBORObject.FromObject(reader.bytes());
            case TEXT -> CBORObject.FromObject(reader.text());
            case ARRAY -> array(reader, depth);
            case MAP -> map(reader, depth);
            case TAG, SIMPLE -> throw new NotDeterministic("an item of the format");
        };
    }

    private static CBORObject array(CborReader reader, int depth) throws NotDeterministic {
        CBORObject array = CBORObject.NewArray();
        for (int left = reader.array(); left > 0; left--) {
            array.Add(item(reader, depth + 1));
        }
        return array;
    }

    /** Keys in the order of their bytes, so each once: what the product has by naming each key it expects. */
    private static CBORObject map(CborReader reader, int depth) throws NotDeterministic {
        CBORObject map = CBORObject.NewOrderedMap();
        byte[] before = new byte[0];
        for (int left = reader.map(); left > 0; left--) {
            CBORObject key = item(reader, depth + 1);
            byte[] bytes = key.EncodeToBytes();
            if (Arrays.compareUnsigned(before, bytes) >= 0) {
                throw new NotDeterministic("keys in order");
            }
            before = bytes;
            map.Add(key, item(reader, depth + 1));
        }
        return map;
    }
}
