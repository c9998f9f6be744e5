package mo.farol.demo.cast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.operator.SyntheticResident;

/** Enters invented people through the operator API, as many at a time as a gateway's limit of a body allows. */
public final class SyntheticBatches {
    /** Below the smallest default of a gateway: 16 KiB. */
    private static final int BYTES = 15 * 1024;

    private static final int AT_ONCE = 4;

    private final OperatorClient officer;

    public SyntheticBatches(OperatorClient officer) {
        this.officer = officer;
    }

    /**
     * @return their e-IDs, in the order given
     * @throws Refused when the gateway did not take them
     */
    public List<UUID> enter(List<SyntheticResident> people) throws IOException, InterruptedException {
        return SomeAtATime.map(batches(people), AT_ONCE, this::enterAll).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<UUID> enterAll(List<SyntheticResident> batch) throws IOException, InterruptedException {
        ApiAnswer<List<UUID>> answer = officer.enterSynthetic(batch);
        if (answer.refusal().filter("content_too_large"::equals).isPresent() && batch.size() > 1) {
            List<UUID> halves = new ArrayList<>(enterAll(batch.subList(0, batch.size() / 2)));
            halves.addAll(enterAll(batch.subList(batch.size() / 2, batch.size())));
            return halves;
        }
        return answer.given().orElseThrow(() -> new Refused(answer.refusal().orElseThrow()));
    }

    static List<List<SyntheticResident>> batches(List<SyntheticResident> people) {
        List<List<SyntheticResident>> batches = new ArrayList<>();
        List<SyntheticResident> batch = new ArrayList<>();
        int bytes = 0;
        for (SyntheticResident person : people) {
            int more = WireJson.write(person).length + 1;
            if (!batch.isEmpty() && bytes + more > BYTES) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(person);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    /** The gateway did not take them. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code) {
            super("synthetic residents were refused: " + code);
            this.code = code;
        }

        /** The problem's code, such as {@code resident_exists}. */
        public String code() {
            return code;
        }
    }
}
