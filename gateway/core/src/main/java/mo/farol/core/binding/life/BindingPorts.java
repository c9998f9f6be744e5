package mo.farol.core.binding.life;

import java.util.random.RandomGenerator;
import mo.farol.core.binding.Challenges;
import mo.farol.core.binding.CounterCases;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.KioskNumbers;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.crypto.Crypto;

/**
 * All that the use-cases of binding need from around them.
 *
 * @param random unpredictable, for challenges and key ids: a {@link java.security.SecureRandom}
 */
public record BindingPorts(
        EidLedger ledger,
        Eids eids,
        Challenges challenges,
        KioskNumbers kioskNumbers,
        CounterCases counterCases,
        DatabaseTime time,
        RandomGenerator random,
        Crypto crypto) {}
