package mo.farol.demo.system;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import mo.farol.phone.code.CodeKeys;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.PhoneKey;

/**
 * Fresh codes, made beforehand because making one costs as much as checking it, and between them, as asked for, codes
 * that are well encrypted and signed, under key ids that no phone has.
 */
final class LoadQuestions implements Supplier<LoadQuestion> {
    private static final int FORGED = 300;

    private final Deque<String> fresh = new ArrayDeque<>();
    private final List<String> forged = new ArrayList<>();
    private final Crowd crowd;
    private final int residents;
    private final List<String> honestTokens;
    private final List<String> floodingTokens;
    private double shareForged;
    private int minted;
    private int asked;
    private double due;

    LoadQuestions(Crowd crowd, int residents, List<String> honestTokens, List<String> floodingTokens) {
        this.crowd = crowd;
        this.residents = residents;
        this.honestTokens = honestTokens;
        this.floodingTokens = floodingTokens;
    }

    /** Makes so many fresh codes, and none that are forged. */
    LoadQuestions prepare(int codes) {
        fresh.clear();
        shareForged = 0;
        for (int i = 0; i < codes; i++) {
            fresh.add(mint());
        }
        return this;
    }

    /** From now on this share of the questions is about forged codes. */
    LoadQuestions withForged(double share, CodeKeys keys, Crypto crypto) {
        Random random = new SecureRandom();
        CodeMinter minter = new CodeMinter(crypto, random);
        while (forged.size() < FORGED) {
            PhoneKey key = PhoneKey.generate(crypto, random);
            long now = System.currentTimeMillis() / 1000;
            forged.add(minter.mint(
                    CodeType.EID, key, new BindingKeyId(random.nextLong()), keys.of(CodeType.EID), now, forged.size()));
        }
        shareForged = share;
        return this;
    }

    private String mint() {
        return crowd.code(1 + minted++ % residents);
    }

    /** A fresh code that was turned away before anybody looked at it is as good as new. */
    void turnedAway(LoadQuestion question) {
        if (question.genuine()) {
            fresh.addFirst(question.code());
        }
    }

    @Override
    public LoadQuestion get() {
        asked++;
        due += shareForged;
        String key = "load-" + asked;
        if (due >= 1) {
            due--;
            return LoadQuestion.of(pick(floodingTokens), key, forged.get(asked % FORGED), false);
        }
        String code = fresh.poll();
        return LoadQuestion.of(pick(honestTokens), key, code == null ? mint() : code, true);
    }

    private String pick(List<String> tokens) {
        return tokens.get(asked % tokens.size());
    }
}
