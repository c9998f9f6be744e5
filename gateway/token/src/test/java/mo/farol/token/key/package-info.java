@NullMarked
package mo.farol.token.key;

import org.jspecify.annotations.NullMarked;
