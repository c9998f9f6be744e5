package mo.farol.phone.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.SeenEid;

/** The operator API for one signed-in officer. Safe for use by many threads; every call blocks. */
public final class OperatorClient {
    private static final String ROOT = "/operator/v1";

    private final ApiClient api;

    public OperatorClient(ApiClient api) {
        this.api = api;
    }

    /**
     * Looks a resident up, who will see that.
     *
     * @param idNumber the exact number
     * @param reason why; the resident reads it
     */
    public ApiAnswer<SeenEid> find(String idNumber, String reason) throws IOException, InterruptedException {
        return api.post(ROOT + "/residents", Map.of("id_number", idNumber, "reason", reason), SeenEid.class);
    }

    /** @param reason a word such as {@code lost} */
    public ApiAnswer<Receipt> unbind(UUID binding, String reason) throws IOException, InterruptedException {
        return receipt(ROOT + "/bindings/" + binding + "/unbind", Map.of("reason", reason));
    }

    /**
     * Opens a case that another officer has to approve.
     *
     * @param number the eight digits that the phone shows
     * @param actor the e-ID of who stands at the counter
     */
    public ApiAnswer<CounterCase> openCase(String number, UUID actor, String reason)
            throws IOException, InterruptedException {
        return api.post(
                ROOT + "/counter-cases", Map.of("number", number, "actor", actor, "reason", reason), CounterCase.class);
    }

    /** Closes a case that another officer opened, by binding. */
    public ApiAnswer<Receipt> approveCase(UUID counterCase) throws IOException, InterruptedException {
        return receipt(ROOT + "/counter-cases/" + counterCase + "/approve", Map.of());
    }

    public ApiAnswer<Receipt> enter(CardEvent event) throws IOException, InterruptedException {
        return receipt(ROOT + "/card-events", event);
    }

    public ApiAnswer<Receipt> enter(GuardianshipEvent event) throws IOException, InterruptedException {
        return receipt(ROOT + "/guardianship-events", event);
    }

    /** @return the e-ID that the account is linked to, from now on or since earlier */
    public ApiAnswer<UUID> linkAccount(UUID eid, String issuer, String subject)
            throws IOException, InterruptedException {
        return api.post(
                        ROOT + "/account-links",
                        Map.of("e_id", eid, "issuer", issuer, "subject", subject),
                        AccountLink.class)
                .map(AccountLink::eid);
    }

    public ApiAnswer<SeenTerminal> enrol(NewTerminal terminal) throws IOException, InterruptedException {
        return api.post(ROOT + "/terminals", terminal, SeenTerminal.class);
    }

    public ApiAnswer<SeenTerminal> suspendTerminal(String name) throws IOException, InterruptedException {
        return api.post(ROOT + "/terminals/" + name + "/suspend", Map.of(), SeenTerminal.class);
    }

    public ApiAnswer<SeenTerminal> resumeTerminal(String name) throws IOException, InterruptedException {
        return api.post(ROOT + "/terminals/" + name + "/resume", Map.of(), SeenTerminal.class);
    }

    /**
     * Enters invented people, all or none.
     *
     * @param residents at most 200, and no more than the gateway's limit of a body allows
     * @return their e-IDs, in the order given
     */
    public ApiAnswer<List<UUID>> enterSynthetic(List<SyntheticResident> residents)
            throws IOException, InterruptedException {
        return api.post(ROOT + "/synthetic-residents", Map.of("residents", residents), EidList.class)
                .map(EidList::eids);
    }

    private ApiAnswer<Receipt> receipt(String path, Object body) throws IOException, InterruptedException {
        return api.post(path, body, ReceiptAnswer.class).map(ReceiptAnswer::receipt);
    }

    /** @param suspended itself; its institution or means may be suspended as well */
    public record SeenTerminal(String name, String institution, String means, boolean suspended) {}

    private record ReceiptAnswer(Receipt receipt) {}

    private record AccountLink(@JsonProperty("e_id") UUID eid) {}

    private record EidList(@JsonProperty("e_ids") List<UUID> eids) {}
}
