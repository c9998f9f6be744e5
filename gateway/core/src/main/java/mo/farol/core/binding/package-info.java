/**
 * An e-ID's life on phones: the rules of binding, suspending and unbinding, by whom and through which channel.
 *
 * <p>Every act is decided the same way: {@link mo.farol.core.binding.EidLedger} locks the e-ID and shows a rule all that
 * is known of it; the rule, a pure function, rules; the ledger commits what was ruled, its events and its notices.
 */
@NullMarked
package mo.farol.core.binding;

import org.jspecify.annotations.NullMarked;
