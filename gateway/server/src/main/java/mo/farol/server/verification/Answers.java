package mo.farol.server.verification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mo.farol.api.json.WireJson;
import mo.farol.api.problem.Advice;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.Language;
import mo.farol.api.verification.SignedReceipt;
import mo.farol.api.verification.VerificationAnswer;
import mo.farol.core.verification.Explanation;
import mo.farol.core.verification.ManualCheck;
import mo.farol.core.verification.Outcome;
import mo.farol.server.receipt.ReceiptSigner;
import org.jspecify.annotations.Nullable;

/** The bodies of 200 answers. */
final class Answers {
    private final Catalogue catalogue;
    private final ReceiptSigner receipts;
    private final ReleaseEncryption encryption;
    private final Map<Language, byte[]> notRecognised = new EnumMap<>(Language.class);

    Answers(Catalogue catalogue, ReceiptSigner receipts, ReleaseEncryption encryption) {
        this.catalogue = catalogue;
        this.receipts = receipts;
        this.encryption = encryption;
        for (Language language : Language.values()) {
            notRecognised.put(
                    language, refused(Advice.NOT_RECOGNISED, catalogue.advice(Advice.NOT_RECOGNISED, language), null));
        }
    }

    byte[] verified(Outcome.Verified verified, Language language) {
        Map<String, String> values = ReleasedFields.values(verified);
        String key = verified.circumstances().grant().encryptionKey();
        @Nullable String jwe = key == null || values.isEmpty() ? null : encryption.encrypt(values, key);
        @Nullable ManualCheck check = verified.decision().check().orElse(null);
        return WireJson.write(new VerificationAnswer(
                check == null ? VerificationAnswer.VERIFIED : VerificationAnswer.CHECK_MANUALLY,
                check == null ? null : check.code(),
                check == null ? null : catalogue.advice(AdviceOn.check(check), language),
                check == null ? null : catalogue.helpLine(),
                receipts.sign(verified.decision().entry()),
                jwe == null ? values : Map.of(),
                jwe,
                ReleasedFields.withheld(verified)));
    }

    byte[] refused(Outcome.Refused refused, Language language) {
        return refused(refused.why(), language, receipts.sign(refused.entry()));
    }

    byte[] refusedAgain(Outcome.RefusedAgain refused, Language language) {
        return refused(refused.why(), language, null);
    }

    /** One answer for everything that is not proven genuine: the same bytes in one language. */
    byte[] notRecognised(Language language) {
        return Objects.requireNonNull(notRecognised.get(language));
    }

    private byte[] refused(Explanation why, Language language, @Nullable SignedReceipt receipt) {
        Advice advice = AdviceOn.refusal(why);
        return refused(advice, catalogue.advice(advice, language, why.ageSeconds()), receipt);
    }

    private byte[] refused(Advice advice, String text, @Nullable SignedReceipt receipt) {
        return WireJson.write(new VerificationAnswer(
                VerificationAnswer.REFUSED,
                advice.code(),
                text,
                catalogue.helpLine(),
                receipt,
                Map.of(),
                null,
                List.of()));
    }
}
