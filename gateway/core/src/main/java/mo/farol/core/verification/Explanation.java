package mo.farol.core.verification;

import java.util.OptionalLong;
import mo.farol.token.CodeType;

/**
 * A refusal with what its advice must know.
 *
 * @param ageSeconds how old the code is by the database's clock (negative: ahead), where that is why it was refused
 * @param accepted the type of code that the purpose takes
 */
public record Explanation(Refusal refusal, OptionalLong ageSeconds, CodeType accepted) {}
