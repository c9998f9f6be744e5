@NullMarked
package mo.farol.core.challenge;

import org.jspecify.annotations.NullMarked;
