/**
 * The use-cases of {@link mo.farol.core.binding.Bindings}, each a short chain that ends in a rule: who may ask is found out
 * first, the rule decides under the e-ID's lock, and refusals are recorded like acts.
 */
@NullMarked
package mo.farol.core.binding.life;

import org.jspecify.annotations.NullMarked;
