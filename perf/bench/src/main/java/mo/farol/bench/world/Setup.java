package mo.farol.bench.world;

import java.util.List;

/**
 * What a deployment is made of.
 *
 * @param name of its folder
 * @param gateways one or two
 * @param residents entered by {@code farol kit}, with real fields
 * @param filled residents filled in by SQL, whose fields are noise
 * @param records access records filled in by SQL
 * @param flags of the gateways' JVMs
 */
public record Setup(String name, int gateways, int residents, int filled, long records, List<String> flags) {
    /** Enough that the heap is not what is measured. */
    private static final List<String> ROOMY = List.of("-Xms1g", "-Xmx1g");

    public Setup {
        flags = List.copyOf(flags);
    }

    public static Setup of(String name, int gateways, int residents) {
        return new Setup(name, gateways, residents, 0, 0, ROOMY);
    }

    public Setup filledWith(int more, long moreRecords) {
        return new Setup(name, gateways, residents, more, moreRecords, flags);
    }

    public Setup withFlags(List<String> others) {
        return new Setup(name, gateways, residents, filled, records, others);
    }
}
