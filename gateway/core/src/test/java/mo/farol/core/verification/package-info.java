@NullMarked
package mo.farol.core.verification;

import org.jspecify.annotations.NullMarked;
