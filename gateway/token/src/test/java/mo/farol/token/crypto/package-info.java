@NullMarked
package mo.farol.token.crypto;

import org.jspecify.annotations.NullMarked;
