package mo.farol.phone.wallet;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.api.resident.TicketAnswer;
import mo.farol.api.resident.TicketRequest;
import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.TicketPocket;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.token.CodeType;
import mo.farol.token.TicketStatement;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.Recipient;

/**
 * Keeps a phone's pocket filled with tickets while it is online. Whatever the gateway refuses, the phone goes on: without
 * a ticket it makes its codes by HPKE.
 */
public final class TicketSupply {
    /** What a phone asks for at a time: enough for twelve minutes of codes on the screen. */
    public static final int BATCH = 50;

    private static final int FEW = 10;

    private final ResidentClient account;
    private final TicketPocket pocket;
    private final Crypto crypto;
    private final Clock clock;
    private final AtomicLong lastSigned = new AtomicLong();

    /**
     * @param account the e-ID's own, not a guardian's
     * @param clock the gateway's time as the phone knows it
     */
    public TicketSupply(ResidentClient account, TicketPocket pocket, Crypto crypto, Clock clock) {
        this.account = account;
        this.pocket = pocket;
        this.crypto = crypto;
        this.clock = clock;
    }

    /** Fetches {@value #BATCH} when fewer than ten are left for today. @return empty when there are enough */
    public Optional<ApiAnswer<TicketAnswer>> keepUp(HeldEid eid, CodeType type)
            throws IOException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return pocket.count(eid.keyId(), type, today) < FEW ? Optional.of(fetch(eid, type, BATCH)) : Optional.empty();
    }

    /**
     * Fetches tickets into the pocket. A request that reached the gateway though its answer did not come back cannot be
     * asked again: then another one is signed.
     *
     * @param count 1 to 100; as many as are left come when there are fewer
     * @throws IOException when no gateway can be reached, or its answer has not the shape it should have
     */
    public ApiAnswer<TicketAnswer> fetch(HeldEid eid, CodeType type, int count)
            throws IOException, InterruptedException {
        ApiAnswer<TicketAnswer> answer = account.tickets(eid.binding(), signed(eid, type, count));
        if (answer.refusal().filter("signature_used"::equals).isPresent()) {
            answer = account.tickets(eid.binding(), signed(eid, type, count));
        }
        Optional<TicketAnswer> given = answer.given();
        if (given.isPresent()) {
            pocket.add(eid.keyId(), read(given.get(), type));
        }
        return answer;
    }

    /** The request that shows the gateway that this phone has the binding's key. */
    public TicketRequest signed(HeldEid eid, CodeType type, int count) {
        BoundEid bound = eid.bound(crypto);
        // Two statements of one millisecond would be one, and good for one answer.
        long now = lastSigned.updateAndGet(last -> Math.max(last + 1, clock.millis()));
        byte[] signature = bound.key().sign(TicketStatement.bytes(bound.id(), type, now, count));
        return new TicketRequest(
                type.label(),
                count,
                now,
                Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    private static List<Recipient.Ticket> read(TicketAnswer answer, CodeType type) throws IOException {
        TicketEpoch epoch = new TicketEpoch((int) answer.epoch());
        if (Integer.toUnsignedLong(epoch.value()) != answer.epoch() || epoch.type() != type) {
            throw new IOException("tickets of another kind than were asked for");
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            List<Recipient.Ticket> tickets = new ArrayList<>();
            for (TicketAnswer.Ticket each : answer.tickets()) {
                tickets.add(new Recipient.Ticket(epoch, decoder.decode(each.ticket()), decoder.decode(each.key())));
            }
            return tickets;
        } catch (IllegalArgumentException e) {
            // The original message may quote a ticket.
            throw new IOException("not tickets");
        }
    }
}
