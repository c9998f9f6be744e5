package mo.farol.simulation.postgres;

import mo.farol.core.terminal.Standing;
import mo.farol.core.verification.Refusal;
import mo.farol.simulation.planted.Planted;
import org.jspecify.annotations.Nullable;

/**
 * The judgement of redeem.sql on one request, in the order of its CASE. Cards, key levels and means are always in order
 * here.
 *
 * @param lifeSeconds how long after its iat a code is accepted
 * @param toleranceSeconds how far its iat may be ahead
 */
record Verdict(Tables tables, Unique unique, long atMillis, long lifeSeconds, long toleranceSeconds) {
    static final int ACCEPT = 0;
    static final int DECIDE_AGAIN = -1;
    static final int RETRY = -2;
    static final int VOID = -3;

    int of(Batch.Request request) {
        RedemptionRow same = tables.redemption(unique.of(request, atMillis));
        if (same != null && same.voided()) {
            return VOID;
        }
        if (same != null && unique.isRetry(same, request)) {
            return RETRY;
        }
        int standing = standing(request);
        if (standing != ACCEPT) {
            return standing;
        }
        BindingRow binding = tables.binding(request.key().bindingKeyId().value());
        if (isOutdated(request, binding)) {
            return DECIDE_AGAIN;
        }
        if (same != null) {
            return Refusal.ALREADY_USED.number();
        }
        int refusal = binding == null ? Refusal.CARD_CANCELLED.number() : ofBinding(binding.status());
        return refusal == ACCEPT ? ofTime(request) : refusal;
    }

    private int standing(Batch.Request request) {
        TerminalRow terminal = tables.terminal(request.number("terminal"));
        if (terminal == null || terminal.suspended() || terminal.institution() != request.number("institution")) {
            return Standing.TERMINAL_SUSPENDED.number();
        }
        InstitutionRow institution = tables.institution(terminal.institution());
        if (institution == null || institution.suspended()) {
            return Standing.INSTITUTION_SUSPENDED.number();
        }
        GrantRow grant = grant(request);
        return grant == null || grant.withdrawn() ? Standing.PURPOSE_NOT_GRANTED.number() : ACCEPT;
    }

    private boolean isOutdated(Batch.Request request, @Nullable BindingRow binding) {
        GrantRow grant = grant(request);
        return binding == null
                || !binding.keyHash().equals(request.bytes("key_hash"))
                || grant == null
                || grant.version() != request.number("policy_version");
    }

    private int ofBinding(int status) {
        if (unique.planted() == Planted.CACHE_ONLY_UNBIND) {
            return ACCEPT;
        }
        return switch (status) {
            case BindingRow.SUSPENDED -> Refusal.SUSPENDED.number();
            case BindingRow.SUPERSEDED -> Refusal.SUPERSEDED.number();
            case BindingRow.UNBOUND -> Refusal.UNBOUND.number();
            default -> ACCEPT;
        };
    }

    private int ofTime(Batch.Request request) {
        long iatMillis = request.key().iat() * 1000;
        if (iatMillis - toleranceSeconds * 1000 > atMillis) {
            return Refusal.CLOCK_SKEW.number();
        }
        boolean late = request.is("late")
                || iatMillis + lifeSeconds * 1000 < atMillis
                || request.key().iat() < tables.arbiter().codeFloor();
        return late || tables.hasNewer(request.key()) ? Refusal.EXPIRED.number() : ACCEPT;
    }

    @Nullable
    GrantRow grant(Batch.Request request) {
        return tables.grant(request.number("institution"), request.number("purpose"));
    }
}
