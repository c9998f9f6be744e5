@NullMarked
package mo.farol.core.policy;

import org.jspecify.annotations.NullMarked;
