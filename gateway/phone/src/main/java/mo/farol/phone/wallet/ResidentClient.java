package mo.farol.phone.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mo.farol.api.log.RecordProof;
import mo.farol.api.resident.TicketAnswer;
import mo.farol.api.resident.TicketRequest;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.http.ApiClient;
import org.jspecify.annotations.Nullable;

/**
 * The resident API for one signed-in account, all of it but binding, which {@link BindingCalls} has. Safe for use by many
 * threads; every call blocks.
 */
public final class ResidentClient {
    private static final String ROOT = "/resident/v1";

    private final ApiClient api;

    public ResidentClient(ApiClient api) {
        this.api = api;
    }

    /** The calls that bind. */
    public BindingCalls binding() {
        return new BindingCalls(api);
    }

    /** One's own e-ID first, then those of one's wards. */
    public ApiAnswer<List<SeenEid>> eids() throws IOException, InterruptedException {
        return api.get(ROOT + "/e-ids", EidList.class).map(EidList::eids);
    }

    /** Every binding this e-ID ever had, newest first. */
    public ApiAnswer<List<SeenBinding>> bindings(UUID eid) throws IOException, InterruptedException {
        return api.get(ROOT + "/e-ids/" + eid + "/bindings", BindingList.class).map(BindingList::bindings);
    }

    /** Stops the e-ID at once. @param reason such as {@code lost}; null: none given */
    public ApiAnswer<Receipt> suspend(UUID binding, @Nullable String reason) throws IOException, InterruptedException {
        return act(binding, "suspend", reason, fresh());
    }

    /** Lets a suspended e-ID go on. Needs step-up. */
    public ApiAnswer<Receipt> resume(UUID binding) throws IOException, InterruptedException {
        return act(binding, "resume", null, fresh());
    }

    /** Ends a binding for good. Needs step-up. @param reason such as {@code sold}; null: none given */
    public ApiAnswer<Receipt> unbind(UUID binding, @Nullable String reason) throws IOException, InterruptedException {
        return act(binding, "unbind", reason, fresh());
    }

    /**
     * Suspends, resumes or unbinds under a key of the caller's choice.
     *
     * @param what {@code suspend}, {@code resume} or {@code unbind}
     * @param idempotencyKey the same for the same request asked again
     */
    public ApiAnswer<Receipt> act(UUID binding, String what, @Nullable String reason, String idempotencyKey)
            throws IOException, InterruptedException {
        Map<String, String> body = reason == null ? Map.of() : Map.of("reason", reason);
        return api.post(ROOT + "/bindings/" + binding + "/" + what, body, idempotencyKey, ReceiptAnswer.class)
                .map(ReceiptAnswer::receipt);
    }

    /** Tickets for the phone that holds the binding's key; {@link TicketSupply} signs for them and keeps them. */
    public ApiAnswer<TicketAnswer> tickets(UUID binding, TicketRequest request)
            throws IOException, InterruptedException {
        return api.post(ROOT + "/bindings/" + binding + "/tickets", request, TicketAnswer.class);
    }

    /** @param eid of this e-ID only; empty: of all that this account may see */
    public ApiAnswer<Page<AccessLine>> accessRecords(Optional<UUID> eid, Optional<UUID> after)
            throws IOException, InterruptedException {
        return api.get(ROOT + "/access-records" + query(eid, after), AccessPage.class)
                .map(page -> new Page<>(page.accessRecords(), Optional.ofNullable(page.next())));
    }

    /** That a record is in the public log, with all it takes to check it; a problem while it is not sealed yet. */
    public ApiAnswer<RecordProof> proof(UUID accessRecord) throws IOException, InterruptedException {
        return api.get(ROOT + "/access-records/" + accessRecord + "/proof", RecordProof.class);
    }

    /** @param eid of this e-ID only; empty: of all that this account may see */
    public ApiAnswer<Page<EventLine>> events(Optional<UUID> eid, Optional<UUID> after)
            throws IOException, InterruptedException {
        return api.get(ROOT + "/events" + query(eid, after), EventPage.class)
                .map(page -> new Page<>(page.events(), Optional.ofNullable(page.next())));
    }

    public ApiAnswer<Page<NoticeLine>> notices(Optional<UUID> after) throws IOException, InterruptedException {
        return api.get(ROOT + "/notices" + query(Optional.empty(), after), NoticePage.class)
                .map(page -> new Page<>(page.notices(), Optional.ofNullable(page.next())));
    }

    /** @return the notice, read from now on or since earlier */
    public ApiAnswer<UUID> markRead(UUID notice) throws IOException, InterruptedException {
        return api.post(ROOT + "/notices/" + notice + "/read", Map.of(), fresh(), ReadAnswer.class)
                .map(ReadAnswer::notice);
    }

    /** "This was not me." @param text what the resident writes, 1 to 1,000 characters */
    public ApiAnswer<ReportAnswer> report(UUID accessRecord, String text) throws IOException, InterruptedException {
        return api.post(
                ROOT + "/reports", Map.of("access_record", accessRecord, "text", text), fresh(), ReportAnswer.class);
    }

    private static String query(Optional<UUID> eid, Optional<UUID> after) {
        StringBuilder query = new StringBuilder("?limit=100");
        eid.ifPresent(id -> query.append("&e_id=").append(id));
        after.ifPresent(id -> query.append("&after=").append(id));
        return query.toString();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private record EidList(@JsonProperty("e_ids") List<SeenEid> eids) {}

    private record BindingList(List<SeenBinding> bindings) {}

    private record ReceiptAnswer(Receipt receipt) {}

    private record AccessPage(
            List<AccessLine> accessRecords, @Nullable UUID next) {}

    private record EventPage(
            List<EventLine> events, @Nullable UUID next) {}

    private record NoticePage(
            List<NoticeLine> notices, @Nullable UUID next) {}

    private record ReadAnswer(UUID notice) {}
}
